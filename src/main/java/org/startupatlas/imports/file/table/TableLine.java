package org.startupatlas.imports.file.table;

import java.util.List;

/**
 * A line of a table before its cells are converted. Empty cells at its end are counted, but not kept, and so are cells
 * beyond the limits.
 *
 * @param line the number of the line, from 1: of a text, the one in which the row begins; of a sheet, that of the row
 * @param cells the texts of the cells up to the last one that is not empty
 * @param width the number of all cells
 * @param fault the code of the problem because of which the cells are not the whole row; null if there is none
 * @param raw the text of a row whose cells are not known; null for others
 * @param isEnded whether the row is complete; only the last one of a text may have no line end
 */
public record TableLine(long line, List<String> cells, int width, String fault, String raw, boolean isEnded) {

    public TableLine {
        cells = List.copyOf(cells);
    }

    /** A line whose cells are known, or whose text is too long to be kept. */
    public TableLine(long line, List<String> cells, int width, String fault, boolean isEnded) {
        this(line, cells, width, fault, null, isEnded);
    }

    /** Returns the same line with the text that it consists of. */
    public TableLine withRaw(String text) {
        return new TableLine(line, cells, width, fault, text, isEnded);
    }

    /** Whether no cell has a visible character. */
    public boolean isBlank() {
        return fault == null && cells.stream().allMatch(TableLine::isBlank);
    }

    /** Returns a cell; an empty text beyond the last one. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Returns the number of cells that are not blank. */
    public int filled() {
        return (int) cells.stream().filter(cell -> !isBlank(cell)).count();
    }

    /** Whether a text has only white space of any kind and invisible characters. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.FORMAT);
    }
}
