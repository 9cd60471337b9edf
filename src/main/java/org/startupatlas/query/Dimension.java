package org.startupatlas.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What records are counted by: the values of a field, or the periods in which its dates lie.
 *
 * @param path the field
 * @param period the period, or null for the values themselves
 */
public record Dimension(Path path, Period period) {

    /** The values of the field at that path. */
    static Dimension plain(Path path) {
        return new Dimension(path, null);
    }

    /** All ways in which records can be counted by what is at that path: its values are few, or dates lie in few. */
    static List<Dimension> of(Path path) {
        ValueType<?> type = path.field().type();
        boolean own = path.steps().isEmpty();
        if (own && (type == ValueTypes.PARTIAL_DATE || type == ValueTypes.TIMESTAMP)) {
            return Stream.of(Period.values())
                    .map(period -> new Dimension(path, period))
                    .toList();
        }
        boolean number = type == ValueTypes.INTEGER && !CommonFields.include(path.name());
        boolean few = number || type == ValueTypes.REFERENCE || path.field().partsSums() && type == ValueTypes.TOKEN;
        boolean possible = own && few || path.isFacetable() || isFewBehindReference(path);
        return possible ? List.of(plain(path)) : List.of();
    }

    /** Whether one other record, or none, tells the values. */
    private static boolean isFewBehindReference(Path path) {
        return path.hasFewValues()
                && !path.steps().isEmpty()
                && path.steps().stream().allMatch(step -> step instanceof Step.Along);
    }

    /** As requests write it and rows are keyed by. */
    public String name() {
        return period == null ? path.name() : path.name() + Operator.SEPARATOR + period.code();
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
        if (period == null) {
            return List.of(column);
        }
        return path.field().type() == ValueTypes.TIMESTAMP
                ? List.of(Period.monthOf("(" + column + " AT TIME ZONE 'UTC')"))
                : List.of(Period.monthOf(column + "_first"), Period.monthOf(column + "_last"));
    }

    /** The values in the current row, whose expressions begin at that column; one null where there is none. */
    List<Object> values(ResultSet row, int column) throws SQLException {
        if (path.isListColumn()) {
            return words(row.getArray(column));
        }
        return Collections.singletonList(period == null ? value(row, column) : period(row, column));
    }

    /** A boolean, a number, or a text: also an id is one. */
    private Object value(ResultSet row, int column) throws SQLException {
        return path.field().type() == ValueTypes.REFERENCE ? row.getString(column) : row.getObject(column);
    }

    private static List<Object> words(Array list) throws SQLException {
        Object[] words = list == null ? new Object[0] : (Object[]) list.getArray();
        return words.length == 0 ? Collections.singletonList(null) : List.of(words);
    }

    /** The period in which the first month and the last both are; null where they are in two, unknown, or in the year 0. */
    private String period(ResultSet row, int column) throws SQLException {
        int first = row.getInt(column);
        if (row.wasNull() || first < Period.FIRST_MONTH) {
            return null;
        }
        String text = period.text(first);
        boolean partial = path.field().type() == ValueTypes.PARTIAL_DATE;
        return !partial || period.text(row.getInt(column + 1)).equals(text) ? text : null;
    }
}
