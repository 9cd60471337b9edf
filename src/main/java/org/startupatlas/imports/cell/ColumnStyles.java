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

    /** Adds what a text shows of the style of its field. */
    void add(Field field, String text) {
        if (isNumber(field)) {
            numbers.put(field, number(field).with(field, text));
        } else if (field.type() == ValueTypes.PARTIAL_DATE) {
            dates.put(field, date(field).with(text));
        }
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
