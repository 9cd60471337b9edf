package org.startupatlas.imports.job;

import java.util.List;
import org.startupatlas.write.batch.RowResult;

/** How many rows were read, and what became of them. */
public record RowCounts(long read, long created, long updated, long unchanged, long refused) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    /** With the rows of another block. */
    RowCounts and(List<RowResult> written) {
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
