package org.startupatlas.imports.file;

import java.util.List;

/**
 * What was found out about a file, told in the report.
 *
 * @param format {@code csv} or {@code ndjson}
 * @param compression {@code gzip} or {@code none}
 * @param charset the name of the text's charset
 * @param delimiter what parts the cells; null for NDJSON
 * @param columns in the order of the file
 */
public record Detection(String format, String compression, String charset, String delimiter, List<Column> columns) {

    /**
     * A column, or a key of NDJSON objects.
     *
     * @param name as in the file
     * @param field the dotted field that it fills; null if it is left out
     */
    record Column(String name, String field) {}

    public Detection {
        columns = List.copyOf(columns);
    }
}
