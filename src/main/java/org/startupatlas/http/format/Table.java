package org.startupatlas.http.format;

import java.util.List;
import org.startupatlas.schema.Language;

/**
 * The head of a table.
 *
 * @param name the name of a workbook's sheet
 * @param columns the columns
 * @param language the language of texts, or null for all three
 */
public record Table(String name, List<Column> columns, Language language) {

    /** The width of a column whose content is not known better. */
    private static final int DEFAULT_WIDTH = 20;

    /**
     * A column.
     *
     * @param name the name in the header line
     * @param width the width in a workbook, in characters
     */
    public record Column(String name, int width) {}

    public Table {
        columns = List.copyOf(columns);
    }

    /** Returns a table whose columns have these names. */
    public static Table ofNames(String name, List<String> columns, Language language) {
        return new Table(
                name,
                columns.stream()
                        .map(column -> new Column(column, DEFAULT_WIDTH))
                        .toList(),
                language);
    }
}
