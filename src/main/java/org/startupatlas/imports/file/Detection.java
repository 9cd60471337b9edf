package org.startupatlas.imports.file;

import java.util.List;

/**
 * The detected properties of a file, which the job shows.
 *
 * @param format {@code csv} or {@code ndjson}
 * @param compression {@code gzip} or {@code none}
 * @param charset the name of the charset
 * @param delimiter the cell delimiter; null for NDJSON
 * @param columns the columns, in the order of the file
 */
public record Detection(String format, String compression, String charset, String delimiter, List<Column> columns) {

    /**
     * A column, or a key of NDJSON objects.
     *
     * @param name the name in the file
     * @param field the dotted field that it sets; null if it is ignored
     */
    record Column(String name, String field) {}

    public Detection {
        columns = List.copyOf(columns);
    }
}
