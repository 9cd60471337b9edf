package org.startupatlas.imports.file;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.imports.file.header.ColumnMapping;

/**
 * The detected properties of a file, which the job shows.
 *
 * @param format one of {@link FileFormat}
 * @param compression {@code gzip} or {@code none}
 * @param charset the name of the charset
 * @param delimiter the cell delimiter; null if there is none
 * @param sheet the name of the sheet; null if the file is no workbook
 * @param headerLine the line of the header; null if there is none
 * @param columns the columns, in the order of the file
 * @param skipped the first lines below the header that are no rows
 */
@Schema(name = "ImportDetection", description = "The format of a file, as detected or as given in the request.")
public record Detection(
        @Schema(enumeration = {"csv", "ndjson", "json", "xlsx", "ods"}) String format,
        @Schema(enumeration = {"none", "gzip"}) String compression,
        @Schema(maxLength = 64) String charset,
        @Schema(description = "Null without one.", maxLength = 1, nullable = true) String delimiter,
        @Schema(description = "Null without one.", maxLength = 200, nullable = true) String sheet,
        @Schema(description = "Null without a header.", nullable = true) Long headerLine,
        @Schema(maxItems = Limits.MAX_COLUMNS) List<Column> columns,
        @Schema(description = "Lines below the header that are no rows.", maxItems = Detection.MAX_SKIPPED)
                List<Skipped> skipped) {

    /** A file with more has no table; its first lines show why. */
    static final int MAX_SKIPPED = 100;

    /**
     * A column, or a key of JSON objects.
     *
     * @param name the name in the file
     * @param field the dotted field that it sets; null if it is ignored
     * @param takenFor the known name of a column for which it was taken; null if it is one
     * @param nearest the fields that are most like a column which fills none
     * @param unknown the texts of its cells that were read as "unknown", so far
     */
    @Schema(name = "ImportColumn", description = "A column, or a key of JSON.")
    public record Column(
            @Schema(description = "As in the file.", maxLength = Limits.MAX_CELL_LENGTH) String name,
            @Schema(description = "The field that it fills; null if it is left out.", maxLength = 200, nullable = true)
                    String field,
            @Schema(description = "The name it was taken for; null if it is one.", maxLength = 200, nullable = true)
                    String takenFor,
            @Schema(
                            description = "The fields that are most like it; of a column that is left out.",
                            maxItems = 3,
                            maxLength = 200)
                    List<String> nearest,
            @Schema(
                            description = "What its cells say for an unknown value, such as N/A; such cells are empty.",
                            maxItems = 10,
                            maxLength = 40)
                    List<String> unknown) {

        public Column {
            // Jobs of older releases do not have them.
            nearest = nearest == null ? List.of() : List.copyOf(nearest);
            unknown = unknown == null ? List.of() : List.copyOf(unknown);
        }

        static Column of(
                String name, ColumnMapping.Target target, String takenFor, List<String> nearest, RowParser values) {
            return target == null
                    ? new Column(name, null, takenFor, nearest, List.of())
                    : new Column(name, target.name(), takenFor, List.of(), values.unknownTexts(target.name()));
        }
    }

    /**
     * A line that is no row.
     *
     * @param why {@code header}, {@code total} or {@code note}
     */
    @Schema(name = "ImportSkippedLine", description = "A line that is no row.")
    record Skipped(
            @Schema(minimum = "1", maximum = "9007199254740991") long line,
            @Schema(enumeration = {"header", "total", "note"}) String why) {}

    public Detection {
        columns = List.copyOf(columns);
        // Jobs of earlier versions have none.
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
    }
}
