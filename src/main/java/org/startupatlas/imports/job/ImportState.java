package org.startupatlas.imports.job;

import java.util.Locale;

/** How far a job is; the last three are for good. */
public enum ImportState {
    QUEUED,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    /** As clients and the database say it. */
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
