package org.startupatlas.transfer.imports;

import java.util.Objects;

/**
 * What an import is to do with the rows of its file.
 *
 * @param isDry whether to do all of it and write nothing
 * @param mode what rows may do
 * @param onError what a row that is refused means for those behind it
 * @param reading how the file is to be read
 */
record ImportOptions(boolean isDry, Mode mode, OnError onError, ReadingOptions reading) {

    /** What rows may do. */
    enum Mode {
        /** Only new records. */
        CREATE,
        /** New records, and other values for those that are there. */
        UPSERT
    }

    /** What a row that is refused means for those behind it. */
    enum OnError {
        SKIP,
        STOP
    }

    ImportOptions {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(onError, "onError");
        Objects.requireNonNull(reading, "reading");
    }
}
