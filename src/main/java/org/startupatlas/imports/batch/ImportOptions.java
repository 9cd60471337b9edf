package org.startupatlas.imports.batch;

import java.util.Objects;
import org.startupatlas.imports.file.ReadingOptions;

/**
 * What an import is to do with the rows of its file.
 *
 * @param isDry whether to do all of it and write nothing
 * @param mode what rows may do
 * @param onError what a row that is refused means for those behind it
 * @param reading how the file is to be read
 */
public record ImportOptions(boolean isDry, Mode mode, OnError onError, ReadingOptions reading) {

    /** What rows may do. */
    public enum Mode {
        /** Only new records. */
        CREATE,
        /** New records, and other values for those that are there. */
        UPSERT
    }

    /** What a row that is refused means for those behind it. */
    public enum OnError {
        SKIP,
        STOP
    }

    public ImportOptions {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(onError, "onError");
        Objects.requireNonNull(reading, "reading");
    }
}
