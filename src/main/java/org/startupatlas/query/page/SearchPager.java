package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.query.lookup.RecordLookup;

/** Reads a page of the hits of a search; each order has its own way to find which hits are on the page. */
abstract class SearchPager {

    final Connection connection;
    final ListQuery query;
    final FullText.Hits hits;

    /**
     * Creates a pager.
     *
     * @param connection a connection whose statements see one snapshot
     */
    SearchPager(Connection connection, ListQuery query, FullText.Hits hits) {
        this.connection = connection;
        this.query = query;
        this.hits = hits;
    }

    /**
     * The hits of a page.
     *
     * @param nextCursor the cursor of the next page, or null
     * @param isTruncated whether there are more hits that paging cannot reach
     */
    record Selection(List<Object> ids, String nextCursor, boolean isTruncated) {}

    final Page read(PageCounter counter) throws SQLException {
        long revision = RecordLookup.revision(connection);
        // The index may lag behind the database, so the page only claims the earlier of the two revisions.
        long firstPageRevision = query.cursor() == null
                ? Math.min(revision, hits.revision())
                : query.cursor().revision();
        Selection selection = select(firstPageRevision);
        PageCounts counts = counter.count(connection, query, hits, revision);
        return new Page(
                RecordLookup.findInOrder(connection, query.schema(), selection.ids()),
                selection.nextCursor(),
                counts.total(),
                counts.facets(),
                firstPageRevision,
                hits.isCacheable(),
                selection.isTruncated());
    }

    /** Returns the hits of the page, whose next cursor states the revision of the first page. */
    abstract Selection select(long firstPageRevision) throws SQLException;
}
