package org.startupatlas.query;

import java.util.List;
import java.util.OptionalLong;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.lookup.StoredRecord;

/**
 * One page of a list.
 *
 * @param rows its records
 * @param nextCursor where to go on, or null when this is the end
 * @param total the number of all records, if it was asked for
 * @param facets how many of all records have which values, as far as it was asked for
 * @param revision the revision at which the walk began
 * @param isLasting whether the same request has the same answer as long as nothing is written
 * @param endsEarly whether there are more records that no page tells
 * @param emptyReasons why there are no records, or null where there are some or it is not told
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

    /** A page that does not say why it is empty. */
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

    /** The same page, with why it is empty. */
    public Page withEmptyReasons(List<EmptyReason> reasons) {
        return new Page(records, nextCursor, total, facets, revision, isCacheable, isTruncated, reasons);
    }

    /** Whether there are more records behind this page. */
    public boolean hasMore() {
        return nextCursor != null;
    }
}
