package org.startupatlas.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;

/**
 * The parsed {@code expand} parameter: a tree of names.
 *
 * @param names the names to expand, in the order of the request, each with the expansion of the records that it
 *     leads to
 */
public record Expansion(Map<String, Expansion> names) {

    /** The empty expansion. */
    public static final Expansion NONE = new Expansion(Map.of());

    public Expansion {
        names = new LinkedHashMap<>(names);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns whether the expanded values of the same records may differ from one day to the next. */
    public boolean dependsOnDay(ResourceSchema schema, SchemaRegistry registry) {
        return names.entrySet().stream()
                .anyMatch(name -> schema.derivedField(name.getKey())
                                .filter(DerivedField::dependsOnDay)
                                .isPresent()
                        || target(schema, name.getKey())
                                .filter(target -> name.getValue().dependsOnDay(registry.get(target), registry))
                                .isPresent());
    }

    /** Returns the names that can be expanded: relations, references, counts, sums, facets and derived fields. */
    public static List<String> expandable(ResourceSchema schema) {
        List<String> names = new ArrayList<>();
        schema.relations().forEach(relation -> names.add(relation.name()));
        schema.fields().stream()
                .filter(field -> target(schema, field.name()).isPresent())
                .map(Field::name)
                .filter(name -> schema.relation(name).isEmpty())
                .forEach(names::add);
        if (!schema.relations().isEmpty()) {
            names.add(ResourceSchema.COUNTS);
        }
        schema.sums().forEach(sum -> names.add(sum.name()));
        schema.facets().forEach(facet -> names.add(facet.name()));
        schema.derivedFields().forEach(derivedField -> names.add(derivedField.name()));
        return names;
    }

    /** Returns the resource of the records that a name expands to; empty for computed values. */
    public static Optional<String> target(ResourceSchema schema, String name) {
        return schema.relation(name).map(Relation::target).or(() -> schema.field(name)
                .flatMap(Expansion::referenced));
    }

    private static Optional<String> referenced(Field field) {
        return field.isComposed()
                ? field.parts().stream()
                        .filter(part -> part.target() != null)
                        .findFirst()
                        .map(Field::target)
                : Optional.ofNullable(field.target());
    }
}
