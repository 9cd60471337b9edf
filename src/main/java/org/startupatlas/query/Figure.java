package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that can be counted of records: how many have each value of a field, or only how many there are. What it
 * counts is said twice, in SQL and of a record in memory, side by side.
 *
 * @param declaration the resource of the records
 * @param path the field: a column of the records' own table, or a list of plain values; null for the records
 */
record Figure(Declaration declaration, Path path) {

    /** Stands among values for none, and for a record where records are counted. */
    static final Object NONE = new Object();

    static Figure records(Declaration declaration) {
        return new Figure(declaration, null);
    }

    static Figure values(Declaration declaration, Facet facet) {
        return new Figure(declaration, facet.path());
    }

    /** What the facets count, each with what the counted records satisfy. */
    static Map<Figure, Condition> all(Declaration declaration, List<Facet> facets) {
        Map<Figure, Condition> all = new LinkedHashMap<>();
        facets.forEach(facet -> all.put(values(declaration, facet), facet.condition()));
        return all;
    }

    /** Returns the number of records that a figure made by {@link #records} counted. */
    static long number(Map<Figure, Map<Object, Long>> counts, Figure records) {
        return counts.getOrDefault(records, Map.of()).getOrDefault(NONE, 0L);
    }

    /** How many of the records that satisfy the condition have which value. */
    Map<Object, Long> count(Connection connection, Condition condition) throws SQLException {
        return path == null ? countRecords(connection, condition) : countValues(connection, condition);
    }

    /** The values that a record has, each of which counts. */
    List<Object> of(JsonNode record) {
        List<Object> values = new ArrayList<>();
        if (path != null) {
            JsonNode found = ConditionMatcher.at(record, path);
            for (JsonNode value : found.isArray() ? found : List.of(found)) {
                if (!value.isNull()) {
                    values.add(value.isBoolean() ? value.booleanValue() : value.textValue());
                }
            }
        }
        return values.isEmpty() ? List.of(NONE) : values;
    }

    private Map<Object, Long> countRecords(Connection connection, Condition condition) throws SQLException {
        Sql sql = new Sql().append("SELECT COUNT(*) FROM " + declaration.table() + " r WHERE ");
        new ConditionSql(sql).write("r", condition);
        return Map.of(NONE, Databases.number(connection, sql));
    }

    private Map<Object, Long> countValues(Connection connection, Condition condition) throws SQLException {
        Groups groups = new Groups(declaration, condition, List.of(Dimension.plain(path)));
        Map<Object, Long> counts = new HashMap<>();
        Databases.query(connection, groups.sql(), row -> {
            Groups.Group group = groups.read(row);
            for (Object value : group.values().get(0)) {
                counts.merge(value == null ? NONE : value, group.count(), Long::sum);
            }
        });
        return counts;
    }
}
