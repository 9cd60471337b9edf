package org.startupatlas.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.startupatlas.query.Field.Shape;

/**
 * All declarations, and what follows from them together: the filters of each resource, into its relations too. A
 * declaration that names what no other declares stops the start, and all such mistakes are told at once.
 */
public final class Register {

    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final Map<String, Map<String, Path>> ownPaths = new LinkedHashMap<>();
    private final Map<String, Map<String, Path>> paths = new LinkedHashMap<>();
    private final Map<String, List<String>> sortable = new LinkedHashMap<>();
    private final Map<String, List<String>> facetable = new LinkedHashMap<>();

    /** Checks and connects the declarations. */
    public Register(List<Declaration> all) {
        all.forEach(declaration -> declarations.put(declaration.resource(), declaration));
        all.forEach(declaration -> ownPaths.put(declaration.resource(), ownPathsOf(declaration)));
        List<String> mistakes = all.stream()
                .flatMap(declaration -> new DeclarationCheck(declaration, this).mistakes().stream())
                .toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("wrong declarations: " + String.join("; ", mistakes));
        }
        all.forEach(declaration -> paths.put(declaration.resource(), pathsOf(declaration)));
        paths.forEach((resource, those) -> sortable.put(resource, names(those, Path::isSortable)));
        ownPaths.forEach((resource, those) -> facetable.put(resource, names(those, Path::isFacetable)));
    }

    private static List<String> names(Map<String, Path> paths, Predicate<Path> that) {
        return paths.values().stream().filter(that).map(Path::name).toList();
    }

    /** The declarations, in the order in which they are documented. */
    public List<Declaration> declarations() {
        return List.copyOf(declarations.values());
    }

    /** The declaration of that resource, if there is one. */
    public Optional<Declaration> find(String resource) {
        return Optional.ofNullable(declarations.get(resource));
    }

    /** The declaration of that resource, which exists. */
    public Declaration get(String resource) {
        return find(resource).orElseThrow(() -> new IllegalArgumentException("no resource " + resource));
    }

    /** Everything that lists of a resource can be filtered by, by dotted name. */
    public List<Filter> filters(Declaration declaration) {
        return filters(paths.get(declaration.resource()).values().stream());
    }

    /** The same, of a record's own fields only. */
    public List<Filter> ownFilters(Declaration declaration) {
        return filters(paths.get(declaration.resource()).values().stream().filter(Path::isOwn));
    }

    private static List<Filter> filters(Stream<Path> paths) {
        return paths.map(path -> new Filter(path.name(), path.field(), OperatorRules.operators(path)))
                .filter(filter -> !filter.operators().isEmpty())
                .toList();
    }

    /** Whether the filter of that name takes several values; not if there is no such filter. */
    boolean takesSeveral(Declaration declaration, String parameter) {
        Path path = paths(declaration).get(Operator.field(parameter));
        return path != null
                && Operator.ofParameter(parameter).stream()
                        .anyMatch(operator -> OperatorRules.takeSeveral(path.field(), operator));
    }

    /** The names of the fields that part the sums. */
    public List<String> parting(Declaration declaration, Totals totals) {
        Declaration target =
                get(declaration.relation(totals.relation()).orElseThrow().target());
        return parting(target, path(target, totals.sum())).stream()
                .map(path -> path.field().name())
                .toList();
    }

    /** What the number at that path is never summed across: what its resource and its own object declare to be so. */
    List<Path> parting(Declaration declaration, Path number) {
        String object = number.json().get(0);
        return ownPaths(declaration).values().stream()
                .filter(path -> path.steps().isEmpty() && path.field().partsSums())
                .filter(path -> path.json().size() == 1 || path.json().get(0).equals(object))
                .toList();
    }

    /** The names by which lists of a resource can be sorted. */
    public List<String> sortable(Declaration declaration) {
        return sortable.get(declaration.resource());
    }

    /** The names by which the records of a list can be counted. */
    public List<String> facetable(Declaration declaration) {
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

    Map<String, Path> ownPaths(Declaration declaration) {
        return ownPaths.get(declaration.resource());
    }

    /** The path of that name, which may go on behind references: {@code program.operators.partner}. */
    Path reach(Declaration declaration, String name) {
        Path own = ownPaths(declaration).get(name);
        if (own != null) {
            return own;
        }
        int dot = name.indexOf('.');
        Path reference = dot < 0 ? null : ownPaths(declaration).get(name.substring(0, dot));
        if (reference == null || reference.field().target() == null) {
            throw new IllegalArgumentException(declaration + " has no " + name);
        }
        Declaration target = get(reference.field().target());
        return reach(target, name.substring(dot + 1))
                .behind(reference.name(), new Step.Along(reference.column(), target.table()));
    }

    Map<String, Path> paths(Declaration declaration) {
        return paths.get(declaration.resource());
    }

    /** The path of that name, which exists: of the resource itself or one step into a relation of it. */
    Path path(Declaration declaration, String name) {
        int dot = name.indexOf('.');
        Optional<Relation> relation = dot < 0 ? Optional.empty() : declaration.relation(name.substring(0, dot));
        if (relation.isPresent()) {
            Path inner = path(get(relation.get().target()), name.substring(dot + 1));
            return inner.behind(relation.get().name(), stepTo(relation.get()));
        }
        Path own = ownPaths.get(declaration.resource()).get(name);
        if (own == null) {
            throw new IllegalArgumentException(declaration + " has no " + name);
        }
        return own;
    }

    private Map<String, Path> pathsOf(Declaration declaration) {
        Map<String, Path> all = new LinkedHashMap<>(ownPaths.get(declaration.resource()));
        declaration.fields().forEach(field -> addReferenced(all, field, field.name()));
        declaration.fields().stream().filter(Field::isComposed).forEach(field -> field.parts()
                .forEach(part -> addReferenced(all, part, field.name() + "." + part.name())));
        for (Relation relation : declaration.relations()) {
            Step step = stepTo(relation);
            put(all, new Path(relation.name(), List.of(step), relationField(relation), null, List.of()));
            for (String name : relation.through()) {
                put(all, path(get(relation.target()), name).behind(relation.name(), step));
            }
        }
        return all;
    }

    /** Adds what may be asked of the records that a reference leads to. */
    private void addReferenced(Map<String, Path> all, Field field, String name) {
        if (field.target() == null) {
            return;
        }
        Path reference = all.get(name);
        Declaration target = get(field.target());
        for (String through : field.through()) {
            Path inner = path(target, through);
            List<Step> steps = new ArrayList<>(reference.steps());
            steps.add(new Step.Along(reference.column(), target.table()));
            steps.addAll(inner.steps());
            put(all, new Path(name + "." + through, steps, inner.field(), inner.column(), inner.json()));
        }
    }

    private static Map<String, Path> ownPathsOf(Declaration declaration) {
        Map<String, Path> own = new LinkedHashMap<>();
        for (Field field : declaration.fields()) {
            String name = field.name();
            Step into = new Step.Into(declaration.tableOf(field), name);
            if (field.shape() == Shape.VALUE || ValueTypes.isList(field.type())) {
                put(own, new Path(name, List.of(), field, name, List.of(name)));
            } else if (field.shape() == Shape.VALUES) {
                put(own, new Path(name, List.of(into), field, "item", List.of()));
            } else if (field.shape() == Shape.OBJECT) {
                put(own, new Path(name, List.of(), field, name, List.of(name)));
                field.parts()
                        .forEach(part -> put(
                                own,
                                new Path(
                                        name + "." + part.name(),
                                        List.of(),
                                        field.isAlways() ? part : part.maybe(),
                                        name + "_" + part.name(),
                                        List.of(name, part.name()))));
            } else {
                put(own, new Path(name, List.of(into), field, null, List.of()));
                // What is composed inside a list's element has no columns: it is in the JSON only.
                field.parts().stream()
                        .filter(part -> part.shape() == Shape.VALUE)
                        .forEach(part -> put(
                                own,
                                new Path(
                                        name + "." + part.name(),
                                        List.of(into),
                                        part,
                                        part.name(),
                                        List.of(part.name()))));
            }
        }
        return own;
    }

    private Step stepTo(Relation relation) {
        return new Step.From(get(relation.target()).table(), links(relation));
    }

    /** The paths in which the records of a relation name the record they belong to. */
    List<Path> links(Relation relation) {
        Declaration target = get(relation.target());
        return relation.links().stream().map(link -> path(target, link)).toList();
    }

    private static Field relationField(Relation relation) {
        return Fields.objects(relation.name(), relation.description());
    }

    private static void put(Map<String, Path> all, Path path) {
        all.put(path.name(), path);
    }
}
