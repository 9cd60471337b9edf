package org.startupatlas.query;

import java.util.List;
import java.util.OptionalLong;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.lookup.StoredRecord;

/**
 * One page of a list.
 *
 * @param records the records of the page
 * @param nextCursor the cursor of the next page, or null on the last page
 * @param total the number of all matching records, if the request wants it
 * @param facets the facets that the request wants
 * @param revision the revision of the first page
 * @param isCacheable whether the same request returns the same response until something is written
 * @param isTruncated whether there are more records that paging cannot reach
 * @param emptyReasons what the filters of an empty page exclude, or null if the page is not empty or does not
 *     explain it
 */
public record Page(
        List<StoredRecord> records,
        String nextCursor,
        OptionalLong total,
        List<FacetSummary> facets,
        long revision,
        boolean isCacheable,
        boolean isTruncated,
        List<EmptyReason> emptyReasons) {

    public Page {
        records = List.copyOf(records);
        facets = List.copyOf(facets);
        emptyReasons = emptyReasons == null ? null : List.copyOf(emptyReasons);
    }

    /** Creates a page without reasons for being empty. */
    public Page(
            List<StoredRecord> records,
            String nextCursor,
            OptionalLong total,
            List<FacetSummary> facets,
            long revision,
            boolean isCacheable,
            boolean isTruncated) {
        this(records, nextCursor, total, facets, revision, isCacheable, isTruncated, null);
    }

    /** Returns the page with the reasons why it is empty. */
    public Page withEmptyReasons(List<EmptyReason> reasons) {
        return new Page(records, nextCursor, total, facets, revision, isCacheable, isTruncated, reasons);
    }

    public boolean hasMore() {
        return nextCursor != null;
    }
}
