package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A page of the records that words find, the best first. The index ranks, the database filters: mostly a handful of the
 * best holds enough of those that the filters let through; where it does not, those are ranked.
 */
final class RankedPage {

    /** Most filters let through a quarter of what was found at least; then one handful is enough. */
    private static final int FIRST_HANDFUL = 4;

    private static final int NEXT_HANDFUL = 8;

    /** So many ids still fit a statement. */
    private static final int MOST_RANKED = 100_000;

    private final PageCounter counter;
    private final Connection connection;
    private final Query query;
    private final FullText.Found found;

    RankedPage(PageCounter counter, Connection connection, Query query, FullText.Found found) {
        this.counter = counter;
        this.connection = connection;
        this.query = query;
        this.found = found;
    }

    Page read() throws SQLException {
        // The index may not know yet what the database shows: less is promised, never more.
        long revision = RecordReader.revision(connection);
        long known = Math.min(revision, found.revision());
        int from = query.cursor() == null ? 0 : query.cursor().rank();
        int to = Math.min(from + query.limit(), QueryLimits.MAX_HITS);
        List<Object> passing = passing(to + 1);
        List<Object> shown = passing.subList(Math.min(from, passing.size()), Math.min(to, passing.size()));
        List<Row> rows = RecordReader.findInOrder(connection, query.declaration(), shown);
        long began = query.cursor() == null ? known : query.cursor().revision();
        boolean hasMore = passing.size() > to;
        String next = hasMore && to < QueryLimits.MAX_HITS
                ? Cursor.ofRank(query.fingerprint(), began, to, passing.get(to - 1))
                        .text()
                : null;
        PageCounts counts = counter.count(connection, query, found, revision);
        return new Page(rows, next, counts.total(), counts.facets(), began, found.isLasting(), hasMore && next == null);
    }

    /** The ids of the best that satisfy the filters, the best first, at least so many if there are. */
    private List<Object> passing(int enough) throws SQLException {
        if (query.condition() == Condition.ALWAYS) {
            return inOrder(found.best(enough));
        }
        List<Object> best = found.best(FIRST_HANDFUL * enough);
        List<Object> passing = inOrder(best);
        if (passing.size() >= enough || best.size() < FIRST_HANDFUL * enough) {
            return passing;
        }
        // Few of what was found pass the filters: what passes them is ranked instead, if that is not too much.
        List<Object> all = allSatisfying();
        return all.size() <= MOST_RANKED ? found.best(enough, all) : handfuls(enough, best.size());
    }

    /** Where filters let more through than can be ranked, most of what was found is let through too. */
    private List<Object> handfuls(int enough, int seen) throws SQLException {
        int handful = seen;
        List<Object> passing = List.of();
        while (passing.size() < enough && handful < Integer.MAX_VALUE / NEXT_HANDFUL) {
            handful *= NEXT_HANDFUL;
            List<Object> best = found.best(handful);
            passing = inOrder(best);
            if (best.size() < handful) {
                return passing;
            }
        }
        return passing;
    }

    private List<Object> inOrder(List<Object> best) throws SQLException {
        Set<Object> satisfying = satisfying(best);
        return best.stream().filter(satisfying::contains).toList();
    }

    private List<Object> allSatisfying() throws SQLException {
        Declaration declaration = query.declaration();
        Sql sql = new Sql().append("SELECT q.id FROM " + declaration.table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition());
        sql.append(" LIMIT " + (MOST_RANKED + 1));
        List<Object> ids = new ArrayList<>();
        Databases.query(connection, sql, row -> ids.add(RecordReader.id(row, 1, declaration)));
        return ids;
    }

    private Set<Object> satisfying(List<Object> ids) throws SQLException {
        Declaration declaration = query.declaration();
        Sql sql = new Sql().append("SELECT q.id FROM " + declaration.table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition().and(new Condition.Among(ids, declaration.hasWordsAsIds())));
        Set<Object> satisfying = new HashSet<>();
        Databases.query(connection, sql, row -> satisfying.add(RecordReader.id(row, 1, declaration)));
        return satisfying;
    }
}
