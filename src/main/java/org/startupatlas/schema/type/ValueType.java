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
 * A type of values that fields have: how a parameter's text becomes a value, in which columns a value is
 * stored, and what each operator means, in SQL and in memory, side by side.
 *
 * @param <T> what a parameter's text is read into
 */
public final class ValueType<T> {

    /**
     * One operator on one type. Both forms answer false for a field without a value.
     *
     * @param sql writes the condition on the field's column; a type of several columns gets their common beginning
     * @param memory the same on the field's JSON value, which is not null
     */
    record Comparison<T>(SqlForm<T> sql, MemoryForm<T> memory) {}

    /** Writes a condition on a column; several values mean any of them. */
    interface SqlForm<T> {
        void write(SqlBuilder sql, String column, List<T> values);
    }

    /** Tests a JSON value; several values mean any of them. */
    interface MemoryForm<T> {
        boolean test(JsonNode node, List<T> values);
    }

    private final String name;
    private final String expected;
    private final boolean listed;
    private final Function<String, Optional<T>> reader;
    private final List<String> columnSuffixes;
    private final Class<?> sortedAs;
    private final Map<Operator, Comparison<T>> comparisons = new EnumMap<>(Operator.class);

    /**
     * @param name as {@code /v1/meta} says it
     * @param expected key of the text that says what a value looks like
     * @param listed whether a comma parts several values, any of which may match
     * @param reader a parameter's text as a value, empty if it is none
     * @param columnSuffixes what follows the field's name in its columns; the first is the one that sorts
     * @param sortedAs what the sorting column holds, or null where lists cannot be sorted by it
     */
    ValueType(
            String name,
            String expected,
            boolean listed,
            Function<String, Optional<T>> reader,
            List<String> columnSuffixes,
            Class<?> sortedAs) {
        this.name = name;
        this.expected = expected;
        this.listed = listed;
        this.reader = reader;
        this.columnSuffixes = List.copyOf(columnSuffixes);
        this.sortedAs = sortedAs;
    }

    ValueType<T> with(Operator operator, SqlForm<T> sql, MemoryForm<T> memory) {
        comparisons.put(operator, new Comparison<>(sql, memory));
        return this;
    }

    /** The type's name, as {@code /v1/meta} says it. */
    public String name() {
        return name;
    }

    /** Key of the text that says what a value looks like. */
    public String expected() {
        return expected;
    }

    /** Whether a comma parts several values, any of which may match. */
    public boolean listed() {
        return listed;
    }

    public Optional<T> read(String text) {
        return reader.apply(text);
    }

    /** The operators that this type defines itself; {@code ne}, {@code all} and {@code exists} follow from them. */
    public Set<Operator> operators() {
        return comparisons.keySet();
    }

    /** What the sorting column holds; null where lists cannot be sorted by values of this type. */
    public Class<?> sortedAs() {
        return sortedAs;
    }

    /** The column that sorts a field and tells whether it has a value. */
    public String mainColumn(String column) {
        return column + columnSuffixes.get(0);
    }

    @SuppressWarnings("unchecked")
    public // the grammar has read the values by this type
    void writeSql(SqlBuilder sql, Operator operator, String column, List<?> values) {
        String named = columnSuffixes.size() == 1 ? mainColumn(column) : column;
        comparison(operator).sql().write(sql, named, (List<T>) values);
    }

    @SuppressWarnings("unchecked")
    public // the grammar has read the values by this type
    boolean test(Operator operator, JsonNode node, List<?> values) {
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
