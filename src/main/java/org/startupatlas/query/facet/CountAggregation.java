package org.startupatlas.query.facet;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.GroupByQuery;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;

/**
 * A count of records: by the values of a field, or of all records. It is implemented twice, in SQL and for a record in
 * memory, side by side.
 *
 * @param schema the resource of the records
 * @param path the field: a column of the records' own table, or a list of scalars; null to count records
 */
public record CountAggregation(ResourceSchema schema, FieldPath path) {

    /** The key for records without a value, and for all records if they are not counted by a field. */
    static final Object NONE = new Object();

    public static CountAggregation records(ResourceSchema schema) {
        return new CountAggregation(schema, null);
    }

    static CountAggregation values(ResourceSchema schema, Facet facet) {
        return new CountAggregation(schema, facet.path());
    }

    /** Returns the aggregations of the facets, each with the condition for the counted records. */
    public static Map<CountAggregation, Condition> all(ResourceSchema schema, List<Facet> facets) {
        Map<CountAggregation, Condition> all = new LinkedHashMap<>();
        facets.forEach(facet -> all.put(values(schema, facet), facet.condition()));
        return all;
    }

    /** Returns the count of an aggregation created by {@link #records}. */
    public static long recordCount(Map<CountAggregation, Map<Object, Long>> counts, CountAggregation records) {
        return counts.getOrDefault(records, Map.of()).getOrDefault(NONE, 0L);
    }

    /** Counts the records that satisfy the condition, by value. */
    Map<Object, Long> count(Connection connection, Condition condition) throws SQLException {
        return path == null ? countRecords(connection, condition) : countValues(connection, condition);
    }

    /** Returns the values by which a record counts. */
    List<Object> valuesOf(JsonNode record) {
        List<Object> values = new ArrayList<>();
        if (path != null) {
            JsonNode found = ConditionMatcher.valueAt(record, path);
            for (JsonNode value : found.isArray() ? found : List.of(found)) {
                if (!value.isNull()) {
                    values.add(value.isBoolean() ? value.booleanValue() : value.textValue());
                }
            }
        }
        return values.isEmpty() ? List.of(NONE) : values;
    }

    private Map<Object, Long> countRecords(Connection connection, Condition condition) throws SQLException {
        return Map.of(NONE, Jdbc.number(connection, ConditionSql.select("COUNT(*)", schema, condition)));
    }

    private Map<Object, Long> countValues(Connection connection, Condition condition) throws SQLException {
        GroupByQuery groups = new GroupByQuery(schema, condition, List.of(Dimension.ofValues(path)));
        Map<Object, Long> counts = new HashMap<>();
        Jdbc.query(connection, groups.sql(), row -> {
            GroupByQuery.Group group = groups.read(row);
            for (Object value : group.values().get(0)) {
                counts.merge(value == null ? NONE : value, group.count(), Long::sum);
            }
        });
        return counts;
    }
}
