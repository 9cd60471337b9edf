package org.startupatlas.imports.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of a job; the last three are final. */
public enum ImportState {
    QUEUED,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    /** Returns the code used in the API and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean isEnd() {
        return this != QUEUED && this != RUNNING;
    }
}
