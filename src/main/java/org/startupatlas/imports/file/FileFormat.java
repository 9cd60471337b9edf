package org.startupatlas.imports.file;

import java.util.Locale;

/** The formats of files. */
enum FileFormat {
    CSV,
    /** One JSON object in each line. */
    NDJSON,
    /** A JSON array, a list answer of the API, or JSON objects over several lines. */
    JSON,
    XLSX,
    ODS;

    /** Returns the name that jobs show. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
