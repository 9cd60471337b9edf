package org.startupatlas.transfer.imports;

import java.util.List;
import org.startupatlas.writing.Written;

/** How many rows were read, and what became of them. */
record RowCounts(long read, long created, long updated, long unchanged, long refused) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    /** With the rows of another block. */
    RowCounts and(List<Written> written) {
        return new RowCounts(
                read + written.size(),
                created + count(written, Written.Kind.CREATED),
                updated + count(written, Written.Kind.UPDATED),
                unchanged + count(written, Written.Kind.UNCHANGED),
                refused + count(written, Written.Kind.REFUSED));
    }

    private static long count(List<Written> written, Written.Kind kind) {
        return written.stream().filter(row -> row.kind() == kind).count();
    }
}
