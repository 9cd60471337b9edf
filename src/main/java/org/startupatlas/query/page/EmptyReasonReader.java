package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.startupatlas.query.EmptyReason;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.OmittedFilter;
import org.startupatlas.query.facet.RecordCounter;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Counts what each filter of an empty list excludes, in one statement beside the cached counts. */
final class EmptyReasonReader {

    private final RecordCounter counter;

    EmptyReasonReader(RecordCounter counter) {
        this.counter = counter;
    }

    /**
     * Returns what the filters of a list without a search text exclude.
     *
     * @param connection a connection whose statements see one snapshot
     */
    List<EmptyReason> read(Connection connection, ListQuery query) throws SQLException {
        return reasons(query, count(connection, query.schema(), conditions(query)));
    }

    /** Returns what the filters exclude of the hits of a search and, last, what the search text excludes. */
    List<EmptyReason> read(Connection connection, ListQuery query, FullText.Hits hits) throws SQLException {
        ResourceSchema schema = query.schema();
        List<Condition> conditions = conditions(query);
        long[] counts = new long[conditions.size()];
        Iterator<List<Object>> batches = hits.batches().iterator();
        while (batches.hasNext()) {
            Condition withIds = new Condition.IdIn(batches.next(), schema.hasCodeIds());
            long[] batchCounts = count(
                    connection,
                    schema,
                    conditions.stream().map(condition -> condition.and(withIds)).toList());
            for (int i = 0; i < counts.length; i++) {
                counts[i] += batchCounts[i];
            }
        }
        List<EmptyReason> reasons = new ArrayList<>(reasons(query, counts));
        if (reasons.size() < QueryLimits.MAX_EMPTY_REASONS) {
            long[] withoutWords = count(connection, schema, List.of(query.condition()));
            reasons.add(new EmptyReason("q", withoutWords[0], null));
        }
        return reasons;
    }

    private static List<Condition> conditions(ListQuery query) {
        List<Condition> conditions = new ArrayList<>();
        for (OmittedFilter omitted : query.omittedFilters()) {
            conditions.add(omitted.without());
            if (omitted.unknown() != null) {
                conditions.add(omitted.unknown());
            }
        }
        return conditions;
    }

    private static List<EmptyReason> reasons(ListQuery query, long[] counts) {
        List<EmptyReason> reasons = new ArrayList<>();
        int index = 0;
        for (OmittedFilter omitted : query.omittedFilters()) {
            long without = counts[index++];
            reasons.add(new EmptyReason(
                    omitted.parameter(), without, omitted.unknown() == null ? null : Long.valueOf(counts[index++])));
        }
        return reasons;
    }

    /** Returns the number of records that satisfy each condition, in the order of the conditions. */
    private long[] count(Connection connection, ResourceSchema schema, List<Condition> conditions) throws SQLException {
        long[] counts = new long[conditions.size()];
        List<Integer> uncounted = new ArrayList<>();
        SqlBuilder sql = new SqlBuilder();
        for (int i = 0; i < counts.length; i++) {
            Condition condition = conditions.get(i);
            if (condition.equals(Condition.ALWAYS)) {
                counts[i] = countAll(connection, schema);
            } else if (!condition.equals(Condition.NEVER)) {
                sql.append(uncounted.isEmpty() ? "SELECT " : ", ");
                sql.append("(")
                        .append(ConditionSql.select("COUNT(*)", schema, condition))
                        .append(")");
                uncounted.add(i);
            }
        }
        if (!uncounted.isEmpty()) {
            Jdbc.query(connection, sql, row -> {
                for (int i = 0; i < uncounted.size(); i++) {
                    counts[uncounted.get(i)] = row.getLong(i + 1);
                }
            });
        }
        return counts;
    }

    private long countAll(Connection connection, ResourceSchema schema) throws SQLException {
        return counter.count(
                connection, RecordLookup.revision(connection), new RecordCounter.Selection(schema, Condition.ALWAYS));
    }
}
