package org.startupatlas.imports.file.table;

import org.startupatlas.http.Limits;

/**
 * The maximum sizes of a file and its parts.
 *
 * @param bytes the decompressed bytes of a file
 * @param cell the characters of a cell; no field may have more
 * @param row the characters of a row, which one transaction must be able to write
 * @param columns the columns of a file
 */
public record ReadingLimits(long bytes, int cell, int row, int columns) {

    /** The limits listed in {@code /v1/meta}. */
    public static final ReadingLimits STANDARD = new ReadingLimits(
            Limits.MAX_IMPORT_BYTES_DECOMPRESSED, Limits.MAX_CELL_LENGTH, Limits.MAX_ROW_LENGTH, Limits.MAX_COLUMNS);
}
