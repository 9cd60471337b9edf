package org.startupatlas.imports.file;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.cell.RowParser;

/**
 * The detected properties of a file, which the job shows.
 *
 * @param format {@code csv} or {@code ndjson}
 * @param compression {@code gzip} or {@code none}
 * @param charset the name of the charset
 * @param delimiter the cell delimiter; null for NDJSON
 * @param columns the columns, in the order of the file
 */
@Schema(name = "ImportDetection", description = "The format of a file, as detected or as given in the request.")
public record Detection(
        @Schema(enumeration = {"csv", "ndjson"}) String format,
        @Schema(enumeration = {"none", "gzip"}) String compression,
        @Schema(maxLength = 64) String charset,
        @Schema(description = "Null for NDJSON.", maxLength = 1, nullable = true) String delimiter,
        @Schema(maxItems = Limits.MAX_COLUMNS) List<Column> columns) {

    /**
     * A column, or a key of NDJSON objects.
     *
     * @param name the name in the file
     * @param field the dotted field that it sets; null if it is ignored
     * @param unknown the texts of its cells that were read as "unknown", so far
     */
    @Schema(name = "ImportColumn", description = "A column, or a key of NDJSON.")
    public record Column(
            @Schema(description = "As in the file.", maxLength = Limits.MAX_CELL_LENGTH) String name,
            @Schema(description = "The field that it fills; null if it is left out.", maxLength = 200, nullable = true)
                    String field,
            @Schema(
                            description = "What its cells say for an unknown value, such as N/A; such cells are empty.",
                            maxItems = 10,
                            maxLength = 40)
                    List<String> unknown) {

        public Column {
            // Jobs of older releases do not have them.
            unknown = unknown == null ? List.of() : List.copyOf(unknown);
        }

        static Column of(String name, String field, RowParser values) {
            return new Column(name, field, field == null ? List.of() : values.unknownTexts(field));
        }
    }

    public Detection {
        columns = List.copyOf(columns);
    }
}
