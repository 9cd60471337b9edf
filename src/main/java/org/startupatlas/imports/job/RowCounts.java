package org.startupatlas.imports.job;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.write.batch.RowResult;

/** Counts the rows that were read, by their result. */
@Schema(name = "ImportRows", description = "How many rows were read, and what became of them.")
public record RowCounts(
        @Schema(ref = "Count") long read,
        @Schema(ref = "Count") long created,
        @Schema(ref = "Count") long updated,
        @Schema(ref = "Count") long unchanged,
        @Schema(ref = "Count") long refused) {

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
