package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueTypes;

/**
 * All declarations, and what follows from them together: the filters of each resource, into its relations too. A
 * declaration that names what no other declares stops the start, and all such mistakes are told at once.
 */
public final class SchemaRegistry {

    private final Map<String, ResourceSchema> declarations = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldPath>> ownPaths = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldPath>> paths = new LinkedHashMap<>();
    private final Map<String, List<String>> sortable = new LinkedHashMap<>();
    private final Map<String, List<String>> facetable = new LinkedHashMap<>();

    /** Checks and connects the declarations. */
    public SchemaRegistry(List<ResourceSchema> all) {
        all.forEach(declaration -> declarations.put(declaration.resource(), declaration));
        all.forEach(declaration -> ownPaths.put(declaration.resource(), ownPathsOf(declaration)));
        List<String> mistakes = all.stream()
                .flatMap(declaration -> new SchemaValidator(declaration, this).mistakes().stream())
                .toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("wrong declarations: " + String.join("; ", mistakes));
        }
        all.forEach(declaration -> paths.put(declaration.resource(), pathsOf(declaration)));
        paths.forEach((resource, those) -> sortable.put(resource, names(those, FieldPath::isSortable)));
        ownPaths.forEach((resource, those) -> facetable.put(resource, names(those, FieldPath::isFacetable)));
    }

    private static List<String> names(Map<String, FieldPath> paths, Predicate<FieldPath> that) {
        return paths.values().stream().filter(that).map(FieldPath::name).toList();
    }

    /** The declarations, in the order in which they are documented. */
    public List<ResourceSchema> declarations() {
        return List.copyOf(declarations.values());
    }

    /** The declaration of that resource, if there is one. */
    public Optional<ResourceSchema> find(String resource) {
        return Optional.ofNullable(declarations.get(resource));
    }

    /** The declaration of that resource, which exists. */
    public ResourceSchema get(String resource) {
        return find(resource).orElseThrow(() -> new IllegalArgumentException("no resource " + resource));
    }

    /** Everything that lists of a resource can be filtered by, by dotted name. */
    public List<Filter> filters(ResourceSchema declaration) {
        return filters(paths.get(declaration.resource()).values().stream());
    }

    /** The same, of a record's own fields only. */
    public List<Filter> ownFilters(ResourceSchema declaration) {
        return filters(paths.get(declaration.resource()).values().stream().filter(FieldPath::isOwn));
    }

    private static List<Filter> filters(Stream<FieldPath> paths) {
        return paths.map(path -> new Filter(path.name(), path.field(), OperatorRules.operators(path)))
                .filter(filter -> !filter.operators().isEmpty())
                .toList();
    }

    /** Whether the filter of that name takes several values; not if there is no such filter. */
    public boolean takesSeveral(ResourceSchema declaration, String parameter) {
        FieldPath path = paths(declaration).get(Operator.field(parameter));
        return path != null
                && Operator.ofParameter(parameter).stream()
                        .anyMatch(operator -> OperatorRules.takeSeveral(path.field(), operator));
    }

    /** The names of the fields that part the sums. */
    public List<String> parting(ResourceSchema declaration, RelationSum totals) {
        ResourceSchema target =
                get(declaration.relation(totals.relation()).orElseThrow().target());
        return parting(target, path(target, totals.sum())).stream()
                .map(path -> path.field().name())
                .toList();
    }

    /** What the number at that path is never summed across: what its resource and its own object declare to be so. */
    public List<FieldPath> parting(ResourceSchema declaration, FieldPath number) {
        String object = number.json().get(0);
        return ownPaths(declaration).values().stream()
                .filter(path -> path.steps().isEmpty() && path.field().partsSums())
                .filter(path -> path.json().size() == 1 || path.json().get(0).equals(object))
                .toList();
    }

    /** The names by which lists of a resource can be sorted. */
    public List<String> sortable(ResourceSchema declaration) {
        return sortable.get(declaration.resource());
    }

    /** The names by which the records of a list can be counted. */
    public List<String> facetable(ResourceSchema declaration) {
        return facetable.get(declaration.resource());
    }

    /** The fields, as {@code startups.sectors}, whose values are codes of that vocabulary. */
    public List<String> fieldsOf(String vocabulary) {
        return declarations.values().stream()
                .flatMap(declaration -> ownPaths(declaration).values().stream()
                        .filter(path -> vocabulary.equals(path.field().vocabulary()))
                        .map(path -> declaration.resource() + "." + path.name()))
                .toList();
    }

    public Map<String, FieldPath> ownPaths(ResourceSchema declaration) {
        return ownPaths.get(declaration.resource());
    }

    /** The path of that name, which may go on behind references: {@code program.operators.partner}. */
    public FieldPath reach(ResourceSchema declaration, String name) {
        FieldPath own = ownPaths(declaration).get(name);
        if (own != null) {
            return own;
        }
        int dot = name.indexOf('.');
        FieldPath reference = dot < 0 ? null : ownPaths(declaration).get(name.substring(0, dot));
        if (reference == null || reference.field().target() == null) {
            throw new IllegalArgumentException(declaration + " has no " + name);
        }
        ResourceSchema target = get(reference.field().target());
        return reach(target, name.substring(dot + 1))
                .behind(reference.name(), new Join.Along(reference.column(), target.table()));
    }

    public Map<String, FieldPath> paths(ResourceSchema declaration) {
        return paths.get(declaration.resource());
    }

    /** The path of that name, which exists: of the resource itself or one step into a relation of it. */
    public FieldPath path(ResourceSchema declaration, String name) {
        int dot = name.indexOf('.');
        Optional<Relation> relation = dot < 0 ? Optional.empty() : declaration.relation(name.substring(0, dot));
        if (relation.isPresent()) {
            FieldPath inner = path(get(relation.get().target()), name.substring(dot + 1));
            return inner.behind(relation.get().name(), stepTo(relation.get()));
        }
        FieldPath own = ownPaths.get(declaration.resource()).get(name);
        if (own == null) {
            throw new IllegalArgumentException(declaration + " has no " + name);
        }
        return own;
    }

    private Map<String, FieldPath> pathsOf(ResourceSchema declaration) {
        Map<String, FieldPath> all = new LinkedHashMap<>(ownPaths.get(declaration.resource()));
        declaration.fields().forEach(field -> addReferenced(all, field, field.name()));
        declaration.fields().stream().filter(Field::isComposed).forEach(field -> field.parts()
                .forEach(part -> addReferenced(all, part, field.name() + "." + part.name())));
        for (Relation relation : declaration.relations()) {
            Join step = stepTo(relation);
            put(all, new FieldPath(relation.name(), List.of(step), relationField(relation), null, List.of()));
            for (String name : relation.through()) {
                put(all, path(get(relation.target()), name).behind(relation.name(), step));
            }
        }
        return all;
    }

    /** Adds what may be asked of the records that a reference leads to. */
    private void addReferenced(Map<String, FieldPath> all, Field field, String name) {
        if (field.target() == null) {
            return;
        }
        FieldPath reference = all.get(name);
        ResourceSchema target = get(field.target());
        for (String through : field.through()) {
            FieldPath inner = path(target, through);
            List<Join> steps = new ArrayList<>(reference.steps());
            steps.add(new Join.Along(reference.column(), target.table()));
            steps.addAll(inner.steps());
            put(all, new FieldPath(name + "." + through, steps, inner.field(), inner.column(), inner.json()));
        }
    }

    private static Map<String, FieldPath> ownPathsOf(ResourceSchema declaration) {
        Map<String, FieldPath> own = new LinkedHashMap<>();
        for (Field field : declaration.fields()) {
            String name = field.name();
            Join into = new Join.Into(declaration.tableOf(field), name);
            if (field.shape() == Shape.VALUE || ValueTypes.isList(field.type())) {
                put(own, new FieldPath(name, List.of(), field, name, List.of(name)));
            } else if (field.shape() == Shape.VALUES) {
                put(own, new FieldPath(name, List.of(into), field, "item", List.of()));
            } else if (field.shape() == Shape.OBJECT) {
                put(own, new FieldPath(name, List.of(), field, name, List.of(name)));
                field.parts()
                        .forEach(part -> put(
                                own,
                                new FieldPath(
                                        name + "." + part.name(),
                                        List.of(),
                                        field.isAlways() ? part : part.maybe(),
                                        name + "_" + part.name(),
                                        List.of(name, part.name()))));
            } else {
                put(own, new FieldPath(name, List.of(into), field, null, List.of()));
                // What is composed inside a list's element has no columns: it is in the JSON only.
                field.parts().stream()
                        .filter(part -> part.shape() == Shape.VALUE)
                        .forEach(part -> put(
                                own,
                                new FieldPath(
                                        name + "." + part.name(),
                                        List.of(into),
                                        part,
                                        part.name(),
                                        List.of(part.name()))));
            }
        }
        return own;
    }

    private Join stepTo(Relation relation) {
        return new Join.From(get(relation.target()).table(), links(relation));
    }

    /** The paths in which the records of a relation name the record they belong to. */
    public List<FieldPath> links(Relation relation) {
        ResourceSchema target = get(relation.target());
        return relation.links().stream().map(link -> path(target, link)).toList();
    }

    private static Field relationField(Relation relation) {
        return Fields.objects(relation.name(), relation.description());
    }

    private static void put(Map<String, FieldPath> all, FieldPath path) {
        all.put(path.name(), path);
    }
}
