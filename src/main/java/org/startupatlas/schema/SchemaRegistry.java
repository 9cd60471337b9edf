package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.relation.RelationFacet;
import org.startupatlas.schema.relation.RelationSum;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueTypes;

/**
 * All resource schemas, and what is derived from them together, such as the filters of each resource across its
 * relations. A schema that refers to an unknown resource or field stops the application at startup; all such mistakes
 * are reported at once.
 */
public final class SchemaRegistry {

    private final Map<String, ResourceSchema> schemas = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldPath>> ownPaths = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldPath>> paths = new LinkedHashMap<>();
    private final Map<String, List<String>> sortable = new LinkedHashMap<>();
    private final Map<String, List<String>> facetable = new LinkedHashMap<>();

    /**
     * Validates the schemas and computes their paths.
     *
     * @throws IllegalStateException if a schema is invalid
     */
    public SchemaRegistry(List<ResourceSchema> all) {
        all.forEach(schema -> schemas.put(schema.resource(), schema));
        all.forEach(schema -> ownPaths.put(schema.resource(), ownPathsOf(schema)));
        List<String> violations = all.stream()
                .flatMap(schema -> new SchemaValidator(schema, this).violations().stream())
                .toList();
        if (!violations.isEmpty()) {
            throw new IllegalStateException("wrong declarations: " + String.join("; ", violations));
        }
        all.forEach(schema -> paths.put(schema.resource(), pathsOf(schema)));
        paths.forEach((resource, resourcePaths) -> sortable.put(resource, names(resourcePaths, FieldPath::isSortable)));
        ownPaths.forEach(
                (resource, resourcePaths) -> facetable.put(resource, names(resourcePaths, FieldPath::isFacetable)));
    }

    private static List<String> names(Map<String, FieldPath> paths, Predicate<FieldPath> predicate) {
        return paths.values().stream().filter(predicate).map(FieldPath::name).toList();
    }

    /** Returns a hash that changes when a field of any resource is added, removed or changes its type. */
    public String fingerprint() {
        return Fingerprint.of(schemas.values().stream()
                .map(schema -> schema.resource() + " " + schema.fingerprint())
                .collect(Collectors.joining(",")));
    }

    /** Returns the schemas in the order of the documentation. */
    public List<ResourceSchema> schemas() {
        return List.copyOf(schemas.values());
    }

    public Optional<ResourceSchema> find(String resource) {
        return Optional.ofNullable(schemas.get(resource));
    }

    /**
     * Returns the schema of a resource.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public ResourceSchema get(String resource) {
        return find(resource).orElseThrow(() -> new IllegalArgumentException("no resource " + resource));
    }

    /** Returns the filters of the resource's lists, across relations and references too. */
    public List<Filter> filters(ResourceSchema schema) {
        return filters(paths.get(schema.resource()).values().stream());
    }

    /** Returns the filters on a record's own fields only. */
    public List<Filter> ownFilters(ResourceSchema schema) {
        return filters(paths.get(schema.resource()).values().stream().filter(FieldPath::isOwn));
    }

    private static List<Filter> filters(Stream<FieldPath> paths) {
        return paths.map(path -> new Filter(path.name(), path.field(), OperatorRules.operators(path)))
                .filter(filter -> !filter.operators().isEmpty())
                .toList();
    }

    /** Returns the names of the fields by whose values a relation's sum is grouped. */
    public List<String> sumGroupings(ResourceSchema schema, RelationSum sum) {
        ResourceSchema target =
                get(schema.relation(sum.relation()).orElseThrow().target());
        return sumGroupings(target, path(target, sum.sum())).stream()
                .map(path -> path.field().name())
                .toList();
    }

    /**
     * Returns the fields by whose values sums of a number are grouped: those declared by its resource and by its own
     * object.
     */
    public List<FieldPath> sumGroupings(ResourceSchema schema, FieldPath summed) {
        String object = summed.json().get(0);
        return ownPaths(schema).values().stream()
                .filter(path -> path.joins().isEmpty() && path.field().groupsSums())
                .filter(path -> path.json().size() == 1 || path.json().get(0).equals(object))
                .toList();
    }

    /** Returns the field whose codes a facet of related records counts. */
    public Field field(ResourceSchema schema, RelationFacet facet) {
        Relation relation = schema.relation(facet.relations().get(0)).orElseThrow();
        return get(relation.target()).field(facet.field()).orElseThrow();
    }

    /** Returns whether the filter of that name takes several values; false if there is no such filter. */
    public boolean takesSeveral(ResourceSchema schema, String parameter) {
        FieldPath path = paths(schema).get(Operator.field(parameter));
        return path != null
                && Operator.ofParameter(parameter).stream()
                        .anyMatch(operator -> OperatorRules.takeSeveral(path.field(), operator));
    }

    /** Returns the names by which lists of the resource can be sorted. */
    public List<String> sortable(ResourceSchema schema) {
        return sortable.get(schema.resource());
    }

    /** Returns the names by which the records of a list can be counted as facets. */
    public List<String> facetable(ResourceSchema schema) {
        return facetable.get(schema.resource());
    }

    /** Returns the fields whose values are codes of the vocabulary, in the form {@code startups.sectors}. */
    public List<String> fieldsOf(String vocabulary) {
        return schemas.values().stream()
                .flatMap(schema -> ownPaths(schema).values().stream()
                        .filter(path -> vocabulary.equals(path.field().vocabulary()))
                        .map(path -> schema.resource() + "." + path.name()))
                .toList();
    }

    public Map<String, FieldPath> ownPaths(ResourceSchema schema) {
        return ownPaths.get(schema.resource());
    }

    /**
     * Returns the path with that name, which may follow any number of references: {@code program.operators.partner}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FieldPath resolve(ResourceSchema schema, String name) {
        FieldPath own = ownPaths(schema).get(name);
        if (own != null) {
            return own;
        }
        int dot = name.indexOf('.');
        FieldPath reference = dot < 0 ? null : ownPaths(schema).get(name.substring(0, dot));
        if (reference == null || reference.field().target() == null) {
            throw new IllegalArgumentException(schema + " has no " + name);
        }
        ResourceSchema target = get(reference.field().target());
        return resolve(target, name.substring(dot + 1))
                .prefixed(reference.name(), new Join.Reference(reference.column(), target.table()));
    }

    public Map<String, FieldPath> paths(ResourceSchema schema) {
        return paths.get(schema.resource());
    }

    /**
     * Returns the path with that name, which may go through one relation.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FieldPath path(ResourceSchema schema, String name) {
        int dot = name.indexOf('.');
        Optional<Relation> relation = dot < 0 ? Optional.empty() : schema.relation(name.substring(0, dot));
        if (relation.isPresent()) {
            FieldPath inner = path(get(relation.get().target()), name.substring(dot + 1));
            return inner.prefixed(relation.get().name(), joinTo(relation.get()));
        }
        FieldPath own = ownPaths.get(schema.resource()).get(name);
        if (own == null) {
            throw new IllegalArgumentException(schema + " has no " + name);
        }
        return own;
    }

    private Map<String, FieldPath> pathsOf(ResourceSchema schema) {
        Map<String, FieldPath> all = new LinkedHashMap<>(ownPaths.get(schema.resource()));
        schema.fields().forEach(field -> addReferenced(all, field, field.name()));
        schema.fields().stream().filter(Field::isComposed).forEach(field -> field.parts()
                .forEach(part -> addReferenced(all, part, field.name() + "." + part.name())));
        for (Relation relation : schema.relations()) {
            Join join = joinTo(relation);
            put(all, new FieldPath(relation.name(), List.of(join), relationField(relation), null, List.of()));
            for (String name : relation.through()) {
                put(all, path(get(relation.target()), name).prefixed(relation.name(), join));
            }
        }
        return all;
    }

    /** Adds the paths into the records that a reference points to. */
    private void addReferenced(Map<String, FieldPath> all, Field field, String name) {
        if (field.target() == null) {
            return;
        }
        FieldPath reference = all.get(name);
        ResourceSchema target = get(field.target());
        for (String through : field.through()) {
            FieldPath inner = path(target, through);
            List<Join> joins = new ArrayList<>(reference.joins());
            joins.add(new Join.Reference(reference.column(), target.table()));
            joins.addAll(inner.joins());
            put(all, new FieldPath(name + "." + through, joins, inner.field(), inner.column(), inner.json()));
        }
    }

    private static Map<String, FieldPath> ownPathsOf(ResourceSchema schema) {
        Map<String, FieldPath> own = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            String name = field.name();
            Join listJoin = new Join.Elements(schema.tableOf(field), name);
            if (field.shape() == Shape.VALUE || ValueTypes.isList(field.type())) {
                put(own, new FieldPath(name, List.of(), field, name, List.of(name)));
            } else if (field.shape() == Shape.VALUES) {
                put(own, new FieldPath(name, List.of(listJoin), field, "item", List.of()));
            } else if (field.shape() == Shape.OBJECT) {
                put(own, new FieldPath(name, List.of(), field, name, List.of(name)));
                field.parts()
                        .forEach(part -> put(
                                own,
                                new FieldPath(
                                        name + "." + part.name(),
                                        List.of(),
                                        field.isNonNull() ? part : part.nullable(),
                                        name + "_" + part.name(),
                                        List.of(name, part.name()))));
            } else {
                put(own, new FieldPath(name, List.of(listJoin), field, null, List.of()));
                // An object inside a list's element has no columns: it is in the JSON only.
                field.parts().stream()
                        .filter(part -> part.shape() == Shape.VALUE)
                        .forEach(part -> put(
                                own,
                                new FieldPath(
                                        name + "." + part.name(),
                                        List.of(listJoin),
                                        part,
                                        part.name(),
                                        List.of(part.name()))));
            }
        }
        return own;
    }

    private Join joinTo(Relation relation) {
        return new Join.Referrers(get(relation.target()).table(), links(relation));
    }

    /** Returns the paths by which the records of a relation reference the record they belong to. */
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
