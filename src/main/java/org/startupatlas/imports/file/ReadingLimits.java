package org.startupatlas.imports.file;

import org.startupatlas.http.Limits;

/**
 * How large what is read may be.
 *
 * @param bytes of a whole file, decompressed
 * @param cell characters of one cell; a field holds no more
 * @param row characters of one row: what one transaction can write
 * @param columns of a file
 */
record ReadingLimits(long bytes, int cell, int row, int columns) {

    /** Those that clients are told of. */
    static final ReadingLimits STANDARD = new ReadingLimits(
            Limits.LARGEST_IMPORT_DECOMPRESSED, Limits.LONGEST_CELL, Limits.LONGEST_ROW, Limits.MOST_COLUMNS);
}
