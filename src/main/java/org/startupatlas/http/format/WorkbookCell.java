package org.startupatlas.http.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Writes cells of a workbook as XML. A number or date that Excel would change is a text; a text that it would cut is an
 * error.
 */
final class WorkbookCell {

    /** The number of UTF-16 code units that a cell of Excel holds. */
    static final int MAX_LENGTH = 32_767;

    /** Excel has no further significant digits. */
    private static final int MAX_DIGITS = 15;

    /** Day 0 of dates from {@link #FIRST_DAY} on. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Excel has a day before this one that calendars do not have, and none before 1900. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** What readers would take for an escaped character. */
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WorkbookCell() {}

    /** Returns a cell of the header. */
    static String header(String reference, String name) {
        return text(reference, name, WorkbookParts.HEADER);
    }

    /**
     * Returns a cell; nothing if it is empty.
     *
     * @param reference the column and the row
     */
    static String of(String reference, Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number(reference, number.number());
        }
        if (cell instanceof Cell.Flag flag) {
            return "<c r=\"" + reference + "\" t=\"b\"><v>" + (flag.isTrue() ? 1 : 0) + "</v></c>";
        }
        if (cell instanceof Cell.Day day) {
            return day(reference, day.date());
        }
        return text(reference, ((Cell.Text) cell).text());
    }

    private static String number(String reference, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.precision() > MAX_DIGITS) {
            return text(reference, number.toPlainString());
        }
        return value(
                reference, plain.scale() <= 0 ? WorkbookParts.INTEGER : WorkbookParts.PLAIN, plain.toPlainString());
    }

    private static String day(String reference, LocalDate date) {
        return date.isBefore(FIRST_DAY)
                ? text(reference, date.toString())
                : value(reference, WorkbookParts.DAY, String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, date)));
    }

    private static String value(String reference, int style, String value) {
        return "<c r=\"" + reference + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    private static String text(String reference, String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > MAX_LENGTH) {
            // An error, which nobody takes for the value and no import reads.
            return "<c r=\"" + reference + "\" t=\"e\"><v>#N/A</v></c>";
        }
        // So that it stays a text when somebody edits the cell.
        return text(reference, text, Csv.isEscaped(text) ? WorkbookParts.QUOTED : WorkbookParts.PLAIN);
    }

    /** Writes the text into the cell itself: a table of shared texts would have to be kept until the end. */
    private static String text(String reference, String text, int style) {
        return "<c r=\"" + reference + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + escaped(text)
                + "</t></is></c>";
    }

    /** Escapes what XML cannot hold, or would change, as {@code _x000D_} (ST_Xstring). */
    private static String escaped(String text) {
        String unambiguous =
                text.indexOf('_') < 0 ? text : ESCAPE_LIKE.matcher(text).replaceAll("_x005F_");
        StringBuilder xml = new StringBuilder(unambiguous.length());
        unambiguous.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> {
                    if (isKeptByXml(character)) {
                        xml.appendCodePoint(character);
                    } else {
                        xml.append("_x")
                                .append(HEX.toHexDigits((char) character))
                                .append('_');
                    }
                }
            }
        });
        return xml.toString();
    }

    /** Returns whether it is a character of XML 1.0 that parsers leave as it is: a carriage return becomes a line feed. */
    private static boolean isKeptByXml(int character) {
        if (character < ' ') {
            return character == '\t' || character == '\n';
        }
        return !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
