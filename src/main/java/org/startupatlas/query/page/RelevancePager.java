package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/**
 * Reads a page of the hits of a search, sorted by relevance. The index ranks, and the database filters: usually a few
 * times as many top hits as needed contain enough that pass the filters. Otherwise the records that pass the filters
 * are ranked.
 */
final class RelevancePager extends SearchPager {

    /** Most filters pass at least a quarter of the hits, so four times the needed hits are usually enough. */
    private static final int FIRST_FACTOR = 4;

    private static final int GROWTH_FACTOR = 8;

    /** The maximum number of ids that are passed to a statement. */
    private static final int MAX_RANKED = 100_000;

    RelevancePager(Connection connection, ListQuery query, FullText.Hits hits) {
        super(connection, query, hits);
    }

    @Override
    Selection select(long firstPageRevision) throws SQLException {
        int offset = query.cursor() == null ? 0 : query.cursor().rank();
        int end = Math.min(offset + query.limit(), QueryLimits.MAX_HITS);
        List<Object> passing = passing(end + 1);
        boolean hasMore = passing.size() > end;
        String next = hasMore && end < QueryLimits.MAX_HITS
                ? Cursor.ofRank(query.fingerprint(), firstPageRevision, end, passing.get(end - 1))
                        .text()
                : null;
        return new Selection(
                passing.subList(Math.min(offset, passing.size()), Math.min(end, passing.size())),
                next,
                hasMore && next == null);
    }

    /**
     * Returns the ids of the top hits that satisfy the filters, sorted by relevance: at least the minimum number, if
     * there are that many.
     */
    private List<Object> passing(int minimum) throws SQLException {
        if (query.condition() == Condition.ALWAYS) {
            return filterInOrder(hits.best(minimum));
        }
        List<Object> topIds = hits.best(FIRST_FACTOR * minimum);
        List<Object> passing = filterInOrder(topIds);
        if (passing.size() >= minimum || topIds.size() < FIRST_FACTOR * minimum) {
            return passing;
        }
        // Few hits pass the filters: the records that pass them are ranked instead, if they are not too many.
        List<Object> all = allSatisfying();
        return all.size() <= MAX_RANKED ? hits.best(minimum, all) : passingWithGrowth(minimum, topIds.size());
    }

    /**
     * Reads more and more top hits until enough pass. If more records pass the filters than can be ranked, most hits
     * pass too.
     */
    private List<Object> passingWithGrowth(int minimum, int initialCandidates) throws SQLException {
        int candidates = initialCandidates;
        List<Object> passing = List.of();
        while (passing.size() < minimum && candidates < Integer.MAX_VALUE / GROWTH_FACTOR) {
            candidates *= GROWTH_FACTOR;
            List<Object> topIds = hits.best(candidates);
            passing = filterInOrder(topIds);
            if (topIds.size() < candidates) {
                return passing;
            }
        }
        return passing;
    }

    private List<Object> filterInOrder(List<Object> topIds) throws SQLException {
        Set<Object> satisfying = satisfying(topIds);
        return topIds.stream().filter(satisfying::contains).toList();
    }

    private List<Object> allSatisfying() throws SQLException {
        return ids(satisfying(query.condition()).append(" LIMIT " + (MAX_RANKED + 1)));
    }

    private Set<Object> satisfying(List<Object> ids) throws SQLException {
        return Set.copyOf(ids(satisfying(
                query.condition().and(new Condition.IdIn(ids, query.schema().hasCodeIds())))));
    }

    private SqlBuilder satisfying(Condition condition) {
        return ConditionSql.select("r.id", query.schema(), condition);
    }

    private List<Object> ids(SqlBuilder sql) throws SQLException {
        List<Object> ids = new ArrayList<>();
        Jdbc.query(connection, sql, row -> ids.add(RecordLookup.id(row, 1, query.schema())));
        return ids;
    }
}
