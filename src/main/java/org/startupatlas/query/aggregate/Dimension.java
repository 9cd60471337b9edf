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
 * A dimension by which records are grouped: the values of a field, or the calendar intervals of its dates.
 *
 * @param path the path of the field
 * @param interval the calendar interval, or null for the values themselves
 */
public record Dimension(FieldPath path, CalendarInterval interval) {

    public Dimension {
        if (path.joins().stream().anyMatch(join -> join instanceof Join.Referrers)) {
            throw new IllegalArgumentException("records are not counted by " + path.name());
        }
    }

    /** Returns the dimension of the values themselves. */
    public static Dimension ofValues(FieldPath path) {
        return new Dimension(path, null);
    }

    /**
     * Returns the dimensions of a field: its values if they are suitable for grouping, or the calendar intervals of its
     * dates.
     */
    static List<Dimension> of(FieldPath path) {
        ValueType<?> type = path.field().type();
        boolean isOwn = path.joins().isEmpty();
        if (isOwn && (type == ValueTypes.PARTIAL_DATE || type == ValueTypes.TIMESTAMP)) {
            return Stream.of(CalendarInterval.values())
                    .map(interval -> new Dimension(path, interval))
                    .toList();
        }
        boolean isNumber = type == ValueTypes.INTEGER && !CommonFields.contains(path.name());
        boolean isGroupable =
                isNumber || type == ValueTypes.REFERENCE || path.field().groupsSums() && type == ValueTypes.TOKEN;
        boolean isDimension = isOwn && isGroupable || path.isFacetable() || isLowCardinalityReference(path);
        return isDimension ? List.of(ofValues(path)) : List.of();
    }

    /** Returns whether the path leads through references only to a field with few values. */
    private static boolean isLowCardinalityReference(FieldPath path) {
        return path.hasLowCardinality()
                && !path.joins().isEmpty()
                && path.joins().stream().allMatch(join -> join instanceof Join.Reference);
    }

    /** Returns the name in requests and in the buckets of responses. */
    public String name() {
        return interval == null ? path.name() : path.name() + Operator.SEPARATOR + interval.code();
    }

    /** Returns the field whose values, or calendar intervals of dates, form the dimension. */
    public Field field() {
        return path.field();
    }

    /** Returns the vocabulary of the values; null if they are not codes. */
    public String vocabulary() {
        return path.field().vocabulary();
    }

    /** Returns the SQL expressions to select and group by, on the table with the given alias. */
    List<String> expressions(String alias) {
        String column = alias + "." + path.column();
        if (interval == null) {
            return List.of(column);
        }
        return path.field().type() == ValueTypes.TIMESTAMP
                ? List.of(CalendarInterval.monthOf("(" + column + " AT TIME ZONE 'UTC')"))
                : List.of(CalendarInterval.monthOf(column + "_first"), CalendarInterval.monthOf(column + "_last"));
    }

    /**
     * Returns the values in the current row, whose expressions begin at the column; a single null if there are none.
     */
    List<Object> values(ResultSet row, int column) throws SQLException {
        if (path.isListColumn()) {
            return listValues(row.getArray(column));
        }
        return Collections.singletonList(interval == null ? value(row, column) : interval(row, column));
    }

    /** Returns a boolean, a number or a text; ids are returned as texts. */
    private Object value(ResultSet row, int column) throws SQLException {
        return path.field().type() == ValueTypes.REFERENCE ? row.getString(column) : row.getObject(column);
    }

    private static List<Object> listValues(Array list) throws SQLException {
        Object[] values = list == null ? new Object[0] : (Object[]) list.getArray();
        return values.length == 0 ? Collections.singletonList(null) : List.of(values);
    }

    /**
     * Returns the interval that contains both the first and the last month; null if they are in different intervals,
     * unknown, or in the year 0.
     */
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
