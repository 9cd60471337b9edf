package org.startupatlas.imports.batch;

import java.util.Objects;
import org.startupatlas.imports.file.ReadingOptions;

/**
 * The options of an import.
 *
 * @param isDry whether all steps run without writing anything
 * @param mode whether rows may update records
 * @param onError what happens to the rows after a refused one
 * @param reading how the file is read
 */
public record ImportOptions(boolean isDry, Mode mode, OnError onError, ReadingOptions reading) {

    /** Whether rows may update records. */
    public enum Mode {
        /** Rows create records only. */
        CREATE,
        /** Rows create records and update existing ones. */
        UPSERT
    }

    /** What happens to the rows after a refused one. */
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
