package org.startupatlas.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.ResourceSchema;

/**
 * What {@code expand=} asks for: names, each with what is asked of the records behind it.
 *
 * @param names in the order asked
 */
public record Expansion(Map<String, Expansion> names) {

    /** Nothing is expanded. */
    public static final Expansion NONE = new Expansion(Map.of());

    public Expansion {
        names = new LinkedHashMap<>(names);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** What can be expanded of a resource: relations, references, sums, counts and what else follows from its records. */
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
        schema.derivedFields().forEach(derivedField -> names.add(derivedField.name()));
        return names;
    }

    /** The resource whose records stand behind that name; empty for figures. */
    public static Optional<String> target(ResourceSchema schema, String name) {
        return schema.relation(name).map(Relation::target).or(() -> schema
                .field(name)
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
