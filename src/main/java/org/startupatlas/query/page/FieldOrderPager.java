package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.query.lookup.RecordLookup;

/**
 * Reads a page, sorted by fields, of a search with more hits than fit into a statement: the database reads batches in
 * sort order, and the index keeps the hits among them. As there are many hits, few batches fill a page.
 */
final class FieldOrderPager {

    /**
     * The first batch has this many times the ids of a page, enough if a quarter of them are hits; further batches grow
     * by the same factor.
     */
    private static final int BATCH_FACTOR = 4;

    private static final int MAX_BATCH_SIZE = 50_000;

    private final PageCounter counter;
    private final Connection connection;
    private final ListQuery query;
    private final FullText.Hits hits;

    FieldOrderPager(PageCounter counter, Connection connection, ListQuery query, FullText.Hits hits) {
        this.counter = counter;
        this.connection = connection;
        this.query = query;
        this.hits = hits;
    }

    Page read() throws SQLException {
        long revision = RecordLookup.revision(connection);
        // The index may lag behind the database, so the page only claims the earlier of the two revisions.
        long commonRevision = Math.min(revision, hits.revision());
        long firstPageRevision =
                query.cursor() == null ? commonRevision : query.cursor().revision();
        List<Cursor> cursors = matchingCursors(firstPageRevision);
        boolean hasMore = cursors.size() > query.limit();
        List<Cursor> shown = hasMore ? cursors.subList(0, query.limit()) : cursors;
        PageCounts counts = counter.count(connection, query, hits, revision);
        return new Page(
                RecordLookup.findInOrder(
                        connection,
                        query.schema(),
                        shown.stream().map(Cursor::id).toList()),
                hasMore ? shown.get(shown.size() - 1).text() : null,
                counts.total(),
                counts.facets(),
                firstPageRevision,
                hits.isCacheable(),
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
