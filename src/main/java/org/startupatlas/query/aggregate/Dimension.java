package org.startupatlas.query.aggregate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * What records are counted by: the values of a field, or the periods in which its dates lie.
 *
 * @param path the field
 * @param period the period, or null for the values themselves
 */
public record Dimension(FieldPath path, CalendarInterval interval) {

    /** The values of the field at that path. */
    public static Dimension ofValues(FieldPath path) {
        return new Dimension(path, null);
    }

    /** All ways in which records can be counted by what is at that path: its values are few, or dates lie in few. */
    static List<Dimension> of(FieldPath path) {
        ValueType<?> type = path.field().type();
        boolean isOwn = path.joins().isEmpty();
        if (isOwn && (type == ValueTypes.PARTIAL_DATE || type == ValueTypes.TIMESTAMP)) {
            return Stream.of(CalendarInterval.values())
                    .map(interval -> new Dimension(path, interval))
                    .toList();
        }
        boolean isNumber = type == ValueTypes.INTEGER && !CommonFields.include(path.name());
        boolean isGroupable = isNumber || type == ValueTypes.REFERENCE || path.field().groupsSums() && type == ValueTypes.TOKEN;
        boolean isDimension = isOwn && isGroupable || path.isFacetable() || isLowCardinalityReference(path);
        return isDimension ? List.of(ofValues(path)) : List.of();
    }

    /** Whether one other record, or none, tells the values. */
    private static boolean isLowCardinalityReference(FieldPath path) {
        return path.hasFewValues()
                && !path.joins().isEmpty()
                && path.joins().stream().allMatch(step -> step instanceof Join.Along);
    }

    /** As requests write it and rows are keyed by. */
    public String name() {
        return interval == null ? path.name() : path.name() + Operator.SEPARATOR + interval.code();
    }

    /** The field whose values, or the periods of whose dates, it tells. */
    public Field field() {
        return path.field();
    }

    /** The vocabulary of its values; null where they are no codes. */
    public String vocabulary() {
        return path.field().vocabulary();
    }

    /** What is selected and grouped by, from the table of that alias. */
    List<String> expressions(String alias) {
        String column = alias + "." + path.column();
        if (interval == null) {
            return List.of(column);
        }
        return path.field().type() == ValueTypes.TIMESTAMP
                ? List.of(CalendarInterval.monthOf("(" + column + " AT TIME ZONE 'UTC')"))
                : List.of(CalendarInterval.monthOf(column + "_first"), CalendarInterval.monthOf(column + "_last"));
    }

    /** The values in the current row, whose expressions begin at that column; one null where there is none. */
    List<Object> values(ResultSet row, int column) throws SQLException {
        if (path.isListColumn()) {
            return listValues(row.getArray(column));
        }
        return Collections.singletonList(interval == null ? value(row, column) : interval(row, column));
    }

    /** A boolean, a number, or a text: also an id is one. */
    private Object value(ResultSet row, int column) throws SQLException {
        return path.field().type() == ValueTypes.REFERENCE ? row.getString(column) : row.getObject(column);
    }

    private static List<Object> listValues(Array list) throws SQLException {
        Object[] values = list == null ? new Object[0] : (Object[]) list.getArray();
        return values.length == 0 ? Collections.singletonList(null) : List.of(values);
    }

    /** The period in which the first month and the last both are; null where they are in two, unknown, or in the year 0. */
    private String interval(ResultSet row, int column) throws SQLException {
        int first = row.getInt(column);
        if (row.wasNull() || first < CalendarInterval.FIRST_MONTH) {
            return null;
        }
        String text = interval.format(first);
        boolean isPartial = path.field().type() == ValueTypes.PARTIAL_DATE;
        return !isPartial || interval.format(row.getInt(column + 1)).equals(text) ? text : null;
    }
}
