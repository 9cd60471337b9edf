package org.startupatlas.imports.cell;

import java.util.IdentityHashMap;
import java.util.Map;
import org.startupatlas.imports.cell.date.DateStyle;
import org.startupatlas.imports.cell.number.NumberStyle;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.type.ValueTypes;

/**
 * How the numbers and dates of a file are written, by field: one column fills a field. It is collected from the first
 * rows of the file before its rows are read, so that a row is read alike wherever a batch begins.
 */
final class ColumnStyles {

    private final Map<Field, NumberStyle> numbers = new IdentityHashMap<>();
    private final Map<Field, DateStyle> dates = new IdentityHashMap<>();
    private final Map<Field, Boolean> ownIds = new IdentityHashMap<>();

    /** Adds what a text shows of the style of its field. */
    void add(Field field, String text) {
        if (isNumber(field)) {
            numbers.put(field, number(field).with(field, text));
        } else if (field.type() == ValueTypes.PARTIAL_DATE) {
            dates.put(field, date(field).with(text));
        } else if (isId(field) && !UnknownMarks.isUnknown(field, text)) {
            ownIds.merge(field, hasForm(field, text.strip()), Boolean::logicalOr);
        }
    }

    /** Whether a field identifies a record within the registry. */
    static boolean isId(Field field) {
        return field.name().equals("id") || field.name().equals("slug");
    }

    private static boolean hasForm(Field field, String text) {
        return field.type().read(text).isPresent()
                && (field.pattern() == null || field.pattern().matcher(text).matches());
    }

    /** Whether a column has the ids of another system: none of its cells has the form of an id of the registry. */
    boolean isForeign(Field field) {
        return Boolean.FALSE.equals(ownIds.get(field));
    }

    static boolean isNumber(Field field) {
        return field.type() == ValueTypes.INTEGER || field.type() == ValueTypes.DECIMAL;
    }

    NumberStyle number(Field field) {
        return numbers.getOrDefault(field, NumberStyle.UNKNOWN);
    }

    DateStyle date(Field field) {
        return dates.getOrDefault(field, DateStyle.UNKNOWN);
    }
}
