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
 * A number that can be aggregated.
 *
 * @param name the name in requests: the field's name, or that of its object if the object has no other number
 * @param path the path of the number
 * @param groupings the dimensions by which its sums are grouped
 */
public record Measure(String name, FieldPath path, List<Dimension> groupings) {

    public Measure {
        groupings = List.copyOf(groupings);
    }

    /**
     * Returns the measures of a resource. A number is not a measure if its sums would be grouped by a field that is not
     * a dimension.
     */
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

    /** Returns whether a field is a number worth aggregating; versions and coordinates are not. */
    private static boolean isNumber(ResourceSchema schema, FieldPath path) {
        return path.joins().isEmpty()
                && isNumber(path.field())
                && !CommonFields.contains(path.name())
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
