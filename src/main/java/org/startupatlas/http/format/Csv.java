package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tables as CSV (RFC 4180, UTF-8), and JSON values as their cells, which no spreadsheet runs. */
public final class Csv {

    /**
     * Before what a spreadsheet would run as a formula, also one of a Japanese or Chinese system, that begins with the
     * full-width forms (U+FF1D, U+FF0B, U+FF0D, U+FF20), stands the mark that keeps it from doing so.
     */
    private static final String MARKED = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char MARK = '\'';

    private Csv() {}

    /** Some lines. */
    static byte[] write(Consumer<CsvWriter> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
            lines.accept(csv);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** A header line and the lines below it. */
    public static byte[] write(List<String> header, List<List<String>> lines) {
        return write(csv -> {
            csv.writeRecord(header);
            lines.forEach(csv::writeRecord);
        });
    }

    /** The cell of a value: nothing for null, a list of words joined with semicolons, numbers without exponents. */
    public static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isTextual()) {
            return text(value.textValue());
        }
        if (value.isArray()) {
            return words(value);
        }
        return value.isNumber() ? number(value.decimalValue()) : value.toString();
    }

    /** The cell of what codes are called, which are keyed by the codes. */
    public static String labels(JsonNode labels) {
        return words(labels);
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.textValue()));
        return joined(words);
    }

    /** The cell of a list of words. */
    static String joined(List<String> words) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            all.append(i == 0 ? "" : ";").append(words.get(i).replace(";", "\\;"));
        }
        return text(all.toString());
    }

    /** The cell of a number. */
    static String number(BigDecimal number) {
        return number.toPlainString();
    }

    /** The cell of a text. */
    public static String text(String text) {
        return isMarked(text, 0) ? MARK + text : text;
    }

    /** The text of a cell that may have been written here. */
    public static String unmarked(String cell) {
        return isMarked(cell, 1) && cell.charAt(0) == MARK ? cell.substring(1) : cell;
    }

    private static boolean isMarked(String text, int at) {
        return text.length() > at && MARKED.indexOf(text.charAt(at)) >= 0;
    }
}
