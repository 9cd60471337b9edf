package org.startupatlas.transfer.imports;

/**
 * How large what is read may be.
 *
 * @param bytes of a whole file, decompressed
 * @param cell characters of one cell; a field holds no more
 * @param row characters of one row: what one transaction can write
 * @param columns of a file
 */
record ReadingLimits(long bytes, int cell, int row, int columns) {

    /** The upload is bounded by 1 GiB; text of a table shrinks to a tenth, seldom to less than a sixteenth. */
    static final ReadingLimits STANDARD = new ReadingLimits(16L << 30, 1 << 20, 4 << 20, 500);
}
