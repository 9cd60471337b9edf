package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A page of the records that words find, the best first. The index ranks, the database filters: the best are taken in
 * growing handfuls until enough of them have passed the filters.
 */
final class RankedPage {

    /** Most filters let through a quarter of what was found at least; then one handful is enough. */
    private static final int FIRST_HANDFUL = 4;

    private static final int NEXT_HANDFUL = 8;

    private final RecordReader records;
    private final Connection connection;
    private final Query query;
    private final FullText.Found found;

    RankedPage(RecordReader records, Connection connection, Query query, FullText.Found found) {
        this.records = records;
        this.connection = connection;
        this.query = query;
        this.found = found;
    }

    Page read() throws SQLException {
        long revision = RecordReader.revision(connection);
        int from = query.cursor() == null ? 0 : query.cursor().rank();
        int to = Math.min(from + query.limit(), Query.MOST_HITS);
        List<Object> passing = passing(Math.min(to + 1, Query.MOST_HITS));
        List<Row> rows = rows(passing.subList(Math.min(from, passing.size()), Math.min(to, passing.size())));
        long began = query.cursor() == null ? revision : query.cursor().revision();
        String next = to < Query.MOST_HITS && passing.size() > to
                ? Cursor.ofRank(query.fingerprint(), began, to, passing.get(to - 1))
                        .text()
                : null;
        RecordReader.Counts counts =
                records.counts(connection, query.counts() ? query.among(found.all()) : query, revision);
        return new Page(rows, next, counts.total(), counts.facets(), began, found.isLasting());
    }

    /** The ids of the best that satisfy the filters, the best first, at least so many if there are. */
    private List<Object> passing(int enough) throws SQLException {
        List<Object> passing = new ArrayList<>();
        int seen = 0;
        int handful = query.condition() == Condition.ALWAYS ? enough : FIRST_HANDFUL * enough;
        boolean more = true;
        while (more && passing.size() < enough) {
            List<Object> best = found.best(handful);
            List<Object> unseen = best.subList(seen, best.size());
            Set<Object> satisfying = satisfying(unseen);
            unseen.stream().filter(satisfying::contains).forEach(passing::add);
            seen = best.size();
            more = seen == handful;
            handful *= NEXT_HANDFUL;
        }
        return passing;
    }

    private Set<Object> satisfying(List<Object> ids) throws SQLException {
        Declaration declaration = query.declaration();
        Sql sql = new Sql().append("SELECT q.id FROM " + declaration.table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition().and(new Condition.Among(ids, declaration.hasWordsAsIds())));
        Set<Object> satisfying = new HashSet<>();
        Databases.query(connection, sql, row -> satisfying.add(RecordReader.id(row, 1, declaration)));
        return satisfying;
    }

    private List<Row> rows(List<Object> ids) throws SQLException {
        Map<Object, Row> rows = new HashMap<>();
        RecordReader.find(connection, query.declaration(), ids).forEach(row -> rows.put(row.id(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }
}
