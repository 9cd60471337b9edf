package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes values as cells of CSV that no spreadsheet executes. */
public final class Csv {

    /**
     * The first characters of cells that are escaped: spreadsheets would execute them as formulas, those with Japanese
     * or Chinese settings also the full-width forms (U+FF1D, U+FF0B, U+FF0D, U+FF20).
     */
    private static final String ESCAPED_STARTS = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char ESCAPE = '\'';

    private Csv() {}

    /**
     * Returns the cell of a value: empty for null, a list of words joined with semicolons, numbers without exponents.
     */
    public static String cell(JsonNode value) {
        return cell(Cell.of(value));
    }

    /** Returns the text of a cell, which no spreadsheet executes. */
    public static String cell(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number.number().toPlainString();
        }
        if (cell instanceof Cell.Flag flag) {
            return String.valueOf(flag.isTrue());
        }
        return cell instanceof Cell.Day day ? day.date().toString() : text(((Cell.Text) cell).text());
    }

    public static String text(String text) {
        return isEscaped(text) ? ESCAPE + text : text;
    }

    /** Returns whether a text would be executed or changed by spreadsheets. */
    static boolean isEscaped(String text) {
        return isEscapedAt(text, 0);
    }

    /** Returns the text of a cell that may have been written by {@link #text}. */
    public static String unescaped(String cell) {
        return isEscapedAt(cell, 1) && cell.charAt(0) == ESCAPE ? cell.substring(1) : cell;
    }

    private static boolean isEscapedAt(String text, int at) {
        return text.length() > at && ESCAPED_STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
