package org.startupatlas.schema.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.startupatlas.sql.SqlBuilder;

/**
 * The type of a field's values: how the text of a parameter is parsed, in which columns a value is stored, and what
 * each operator means, in SQL and in memory, side by side.
 *
 * @param <T> the type of a parsed parameter
 */
public final class ValueType<T> {

    /**
     * The implementation of one operator for one type. Both forms are false for a field without a value.
     *
     * @param sql writes the condition on the field's column; for a type with several columns, on their common
     *     prefix
     * @param memory evaluates the condition on the field's JSON value, which is not null
     */
    record Comparison<T>(SqlForm<T> sql, MemoryForm<T> memory) {}

    /** Writes a condition on a column; with several values, any of them may match. */
    interface SqlForm<T> {
        void write(SqlBuilder sql, String column, List<T> values);
    }

    /** Tests a JSON value; with several values, any of them may match. */
    interface MemoryForm<T> {
        boolean test(JsonNode node, List<T> values);
    }

    private final String name;
    private final String messageKey;
    private final boolean multiValued;
    private final Function<String, Optional<T>> reader;
    private final List<String> columnSuffixes;
    private final Class<?> sortType;
    private final Map<Operator, Comparison<T>> comparisons = new EnumMap<>(Operator.class);

    /**
     * @param name the name in {@code /v1/meta}
     * @param messageKey the key of the message that describes a valid value
     * @param multiValued whether a parameter can hold several values separated by commas, any of which may match
     * @param reader parses the text of a parameter; empty if it is not valid
     * @param columnSuffixes the suffixes of the field's columns after its name; the first one is the sort column
     * @param sortType the Java type of the sort column, or null if lists cannot be sorted by the type
     */
    ValueType(
            String name,
            String messageKey,
            boolean multiValued,
            Function<String, Optional<T>> reader,
            List<String> columnSuffixes,
            Class<?> sortType) {
        this.name = name;
        this.messageKey = messageKey;
        this.multiValued = multiValued;
        this.reader = reader;
        this.columnSuffixes = List.copyOf(columnSuffixes);
        this.sortType = sortType;
    }

    ValueType<T> with(Operator operator, SqlForm<T> sql, MemoryForm<T> memory) {
        comparisons.put(operator, new Comparison<>(sql, memory));
        return this;
    }

    /** Returns the name in {@code /v1/meta}. */
    public String name() {
        return name;
    }

    /** Returns the key of the message that describes a valid value. */
    public String messageKey() {
        return messageKey;
    }

    /** Returns whether a parameter can hold several values separated by commas, any of which may match. */
    public boolean multiValued() {
        return multiValued;
    }

    public Optional<T> read(String text) {
        return reader.apply(text);
    }

    /**
     * Returns the operators that the type defines itself; {@code ne}, {@code all} and {@code exists} are derived from
     * them.
     */
    public Set<Operator> operators() {
        return comparisons.keySet();
    }

    /** Returns the Java type of the sort column; null if lists cannot be sorted by the type. */
    public Class<?> sortType() {
        return sortType;
    }

    /** Returns the column by which a field is sorted and which is null if the field has no value. */
    public String mainColumn(String column) {
        return column + columnSuffixes.get(0);
    }

    /** {@code values} were parsed with this type. */
    @SuppressWarnings("unchecked")
    public void writeSql(SqlBuilder sql, Operator operator, String column, List<?> values) {
        String target = columnSuffixes.size() == 1 ? mainColumn(column) : column;
        comparison(operator).sql().write(sql, target, (List<T>) values);
    }

    /** {@code values} were parsed with this type. */
    @SuppressWarnings("unchecked")
    public boolean test(Operator operator, JsonNode node, List<?> values) {
        return !node.isNull() && comparison(operator).memory().test(node, (List<T>) values);
    }

    private Comparison<T> comparison(Operator operator) {
        return Objects.requireNonNull(comparisons.get(operator), () -> name + " has no " + operator);
    }

    @Override
    public String toString() {
        return name;
    }
}
