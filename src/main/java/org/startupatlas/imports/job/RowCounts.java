package org.startupatlas.imports.job;

import java.util.List;
import org.startupatlas.write.batch.RowResult;

/** Counts the rows that were read, by their result. */
public record RowCounts(long read, long created, long updated, long unchanged, long refused) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    /** Returns the counts with the rows of another batch added. */
    RowCounts plus(List<RowResult> rowResults) {
        return new RowCounts(
                read + rowResults.size(),
                created + count(rowResults, RowResult.Kind.CREATED),
                updated + count(rowResults, RowResult.Kind.UPDATED),
                unchanged + count(rowResults, RowResult.Kind.UNCHANGED),
                refused + count(rowResults, RowResult.Kind.REFUSED));
    }

    private static long count(List<RowResult> rowResults, RowResult.Kind kind) {
        return rowResults.stream().filter(row -> row.kind() == kind).count();
    }
}
