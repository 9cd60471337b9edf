package org.startupatlas.imports.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.file.ReadingOptions;

/**
 * The options of an import.
 *
 * @param isDry whether all steps run without writing anything
 * @param mode whether rows may update records
 * @param onError what happens to the rows after a refused one
 * @param isSureByName whether a record with the name of a row is the row's, whatever country and website both have
 * @param conflict what happens to a value that differs from the stored one
 * @param source where the values of the file are from, as far as the request says so
 * @param reading how the file is read
 */
public record ImportOptions(
        boolean isDry,
        Mode mode,
        OnError onError,
        boolean isSureByName,
        Conflict conflict,
        ClaimSource source,
        ReadingOptions reading) {

    /** Whether rows may update records. */
    @Schema(name = "ImportJobMode")
    public enum Mode {
        /** Rows create records only. */
        CREATE,
        /** Rows create records and update existing ones. */
        UPSERT;

        /** Returns the word used in the API and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens to the rows after a refused one. */
    @Schema(name = "ImportJobOnError")
    public enum OnError {
        SKIP,
        STOP;

        /** Returns the word used in the API and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens to a value that differs from the stored one. */
    @Schema(name = "ImportJobConflict")
    public enum Conflict {
        /** The value of the file replaces the stored one. */
        OVERWRITE,
        /** Only unknown values are written. */
        FILL,
        /** Only unknown values are written, and the others are listed in the report. */
        ASK;

        /** Returns the word used in the API and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ImportOptions {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(onError, "onError");
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reading, "reading");
    }
}
