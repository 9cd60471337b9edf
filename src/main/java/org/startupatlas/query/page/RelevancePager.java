package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/**
 * A page of the records that words find, the best first. The index ranks, the database filters: mostly a handful of the
 * best holds enough of those that the filters let through; where it does not, those are ranked.
 */
final class RelevancePager {

    /** Most filters let through a quarter of what was found at least; then one handful is enough. */
    private static final int FIRST_FACTOR = 4;

    private static final int GROWTH_FACTOR = 8;

    /** So many ids still fit a statement. */
    private static final int MAX_RANKED = 100_000;

    private final PageCounter counter;
    private final Connection connection;
    private final ListQuery query;
    private final FullText.Found found;

    RelevancePager(PageCounter counter, Connection connection, ListQuery query, FullText.Found found) {
        this.counter = counter;
        this.connection = connection;
        this.query = query;
        this.found = found;
    }

    Page read() throws SQLException {
        // The index may not know yet what the database shows: less is promised, never more.
        long revision = RecordLookup.revision(connection);
        long shared = Math.min(revision, found.revision());
        int from = query.cursor() == null ? 0 : query.cursor().rank();
        int to = Math.min(from + query.limit(), QueryLimits.MAX_HITS);
        List<Object> passing = passing(to + 1);
        List<Object> shown = passing.subList(Math.min(from, passing.size()), Math.min(to, passing.size()));
        List<StoredRecord> records = RecordLookup.findInOrder(connection, query.schema(), shown);
        long firstPageRevision = query.cursor() == null ? shared : query.cursor().revision();
        boolean hasMore = passing.size() > to;
        String next = hasMore && to < QueryLimits.MAX_HITS
                ? Cursor.ofRank(query.fingerprint(), firstPageRevision, to, passing.get(to - 1))
                        .text()
                : null;
        PageCounts counts = counter.count(connection, query, found, revision);
        return new Page(records, next, counts.total(), counts.facets(), firstPageRevision, found.isCacheable(), hasMore && next == null);
    }

    /** The ids of the best that satisfy the filters, the best first, at least so many if there are. */
    private List<Object> passing(int minimum) throws SQLException {
        if (query.condition() == Condition.ALWAYS) {
            return filterInOrder(found.best(minimum));
        }
        List<Object> best = found.best(FIRST_FACTOR * minimum);
        List<Object> passing = filterInOrder(best);
        if (passing.size() >= minimum || best.size() < FIRST_FACTOR * minimum) {
            return passing;
        }
        // Few of what was found pass the filters: what passes them is ranked instead, if that is not too much.
        List<Object> all = allSatisfying();
        return all.size() <= MAX_RANKED ? found.best(minimum, all) : passingWithGrowth(minimum, best.size());
    }

    /** Where filters let more through than can be ranked, most of what was found is let through too. */
    private List<Object> passingWithGrowth(int minimum, int initialCandidates) throws SQLException {
        int candidates = initialCandidates;
        List<Object> passing = List.of();
        while (passing.size() < minimum && candidates < Integer.MAX_VALUE / GROWTH_FACTOR) {
            candidates *= GROWTH_FACTOR;
            List<Object> best = found.best(candidates);
            passing = filterInOrder(best);
            if (best.size() < candidates) {
                return passing;
            }
        }
        return passing;
    }

    private List<Object> filterInOrder(List<Object> best) throws SQLException {
        Set<Object> satisfying = satisfying(best);
        return best.stream().filter(satisfying::contains).toList();
    }

    private List<Object> allSatisfying() throws SQLException {
        ResourceSchema schema = query.schema();
        SqlBuilder sql = new SqlBuilder().append("SELECT q.id FROM " + schema.table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition());
        sql.append(" LIMIT " + (MAX_RANKED + 1));
        List<Object> ids = new ArrayList<>();
        Jdbc.query(connection, sql, row -> ids.add(RecordLookup.id(row, 1, schema)));
        return ids;
    }

    private Set<Object> satisfying(List<Object> ids) throws SQLException {
        ResourceSchema schema = query.schema();
        SqlBuilder sql = new SqlBuilder().append("SELECT q.id FROM " + schema.table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition().and(new Condition.Among(ids, schema.hasWordsAsIds())));
        Set<Object> satisfying = new HashSet<>();
        Jdbc.query(connection, sql, row -> satisfying.add(RecordLookup.id(row, 1, schema)));
        return satisfying;
    }
}
