package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.lookup.FullText;

/**
 * Reads a page, sorted by fields, of a search with more hits than fit into a statement: the database reads batches in
 * sort order, and the index keeps the hits among them. As there are many hits, few batches fill a page.
 */
final class FieldOrderPager extends SearchPager {

    /**
     * The first batch has this many times the ids of a page, enough if a quarter of them are hits; further batches grow
     * by the same factor.
     */
    private static final int BATCH_FACTOR = 4;

    private static final int MAX_BATCH_SIZE = 50_000;

    FieldOrderPager(Connection connection, ListQuery query, FullText.Hits hits) {
        super(connection, query, hits);
    }

    @Override
    Selection select(long firstPageRevision) throws SQLException {
        List<Cursor> cursors = matchingCursors(firstPageRevision);
        boolean hasMore = cursors.size() > query.limit();
        List<Cursor> shown = hasMore ? cursors.subList(0, query.limit()) : cursors;
        return new Selection(
                shown.stream().map(Cursor::id).toList(),
                hasMore ? shown.get(shown.size() - 1).text() : null,
                false);
    }

    /** Returns the cursors of the page's records, and one more if there is a next page. */
    private List<Cursor> matchingCursors(long firstPageRevision) throws SQLException {
        List<Cursor> cursors = new ArrayList<>();
        int batchSize = BATCH_FACTOR * (query.limit() + 1);
        List<Cursor> batch = KeysetPager.cursors(connection, query, query.cursor(), firstPageRevision, batchSize);
        while (!batch.isEmpty() && cursors.size() <= query.limit()) {
            Set<Object> matching = hits.filter(batch.stream().map(Cursor::id).toList());
            batch.stream().filter(cursor -> matching.contains(cursor.id())).forEach(cursors::add);
            Cursor last = batch.get(batch.size() - 1);
            batchSize = Math.min(BATCH_FACTOR * batchSize, MAX_BATCH_SIZE);
            batch = KeysetPager.cursors(connection, query, last, firstPageRevision, batchSize);
        }
        return cursors.subList(0, Math.min(cursors.size(), query.limit() + 1));
    }
}
