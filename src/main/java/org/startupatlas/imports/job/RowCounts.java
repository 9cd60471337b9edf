package org.startupatlas.imports.job;

import java.util.List;
import org.startupatlas.write.batch.RowResult;

/** Counts the rows that were read, by their result. */
public record RowCounts(long read, long created, long updated, long unchanged, long refused) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    /** Returns the counts with the rows of another batch added. */
    RowCounts plus(List<RowResult> written) {
        return new RowCounts(
                read + written.size(),
                created + count(written, RowResult.Kind.CREATED),
                updated + count(written, RowResult.Kind.UPDATED),
                unchanged + count(written, RowResult.Kind.UNCHANGED),
                refused + count(written, RowResult.Kind.REFUSED));
    }

    private static long count(List<RowResult> written, RowResult.Kind kind) {
        return written.stream().filter(row -> row.kind() == kind).count();
    }
}
