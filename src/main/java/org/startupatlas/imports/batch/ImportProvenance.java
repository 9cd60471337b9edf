package org.startupatlas.imports.batch;

import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.write.batch.Additions;

/**
 * Who claims what a file says.
 *
 * @param ofFile the source that the request names
 * @param keyHolder the organisation of the key, which claims records of rows without a source
 */
public record ImportProvenance(ClaimSource ofFile, String keyHolder) {

    /** Returns the source of a row. */
    ClaimSource source(ImportRow row) {
        return row.source().within(ofFile);
    }

    /**
     * Returns what the record of a row gets besides its values.
     *
     * @param patch what the row writes into an existing record; null for a new one
     */
    Additions additions(ImportRow row, RowPatch patch) {
        ClaimSource source = source(row);
        return new Additions(
                row.defaults(), LeftOutCells.claims(row, source), new RowClaims(row, source, keyHolder, patch));
    }
}
