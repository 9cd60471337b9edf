package org.startupatlas.query.aggregate;

import java.util.Collection;
import java.util.List;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.ValueTypes;

/**
 * A number that can be summed.
 *
 * @param name as requests write it: the field's name, or that of its object where the object has no other number
 * @param path where it is
 * @param parting what it is never summed across
 */
public record Measure(String name, FieldPath path, List<Dimension> groupings) {

    public Measure {
        groupings = List.copyOf(groupings);
    }

    /** The numbers of a resource; one that is parted by what records cannot be counted by is none. */
    static List<Measure> of(ResourceSchema schema, Collection<FieldPath> ownPaths, SchemaRegistry registry) {
        return ownPaths.stream()
                .filter(path -> isNumber(schema, path))
                .filter(path -> registry.sumGroupings(schema, path).stream()
                        .noneMatch(grouping -> Dimension.of(grouping).isEmpty()))
                .map(path -> new Measure(
                        name(schema, path),
                        path,
                        registry.sumGroupings(schema, path).stream()
                                .map(Dimension::ofValues)
                                .toList()))
                .toList();
    }

    /** A version and a latitude are numbers too, but nothing that is summed. */
    private static boolean isNumber(ResourceSchema schema, FieldPath path) {
        return path.joins().isEmpty()
                && isNumber(path.field())
                && !CommonFields.include(path.name())
                && !top(schema, path).isPoint();
    }

    private static boolean isNumber(Field field) {
        return field.type() == ValueTypes.INTEGER || field.type() == ValueTypes.DECIMAL;
    }

    private static String name(ResourceSchema schema, FieldPath path) {
        Field top = top(schema, path);
        return top.parts().stream().filter(Measure::isNumber).count() == 1 ? top.name() : path.name();
    }

    private static Field top(ResourceSchema schema, FieldPath path) {
        return schema.field(path.json().get(0)).orElseThrow();
    }
}
