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

/** Writes CSV (RFC 4180, UTF-8), and JSON values as cells that no spreadsheet executes. */
public final class Csv {

    /**
     * The first characters of cells that are escaped: spreadsheets would execute them as formulas, those with Japanese
     * or Chinese settings also the full-width forms (U+FF1D, U+FF0B, U+FF0D, U+FF20).
     */
    private static final String ESCAPED_STARTS = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char ESCAPE = '\'';

    private Csv() {}

    static byte[] write(Consumer<CsvWriter> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
            lines.accept(csv);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    /** Returns a header line and further lines. */
    public static byte[] write(List<String> header, List<List<String>> lines) {
        return write(csv -> {
            csv.writeRecord(header);
            lines.forEach(csv::writeRecord);
        });
    }

    /**
     * Returns the cell of a value: empty for null, a list of words joined with semicolons, numbers without exponents.
     */
    public static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isTextual()) {
            return text(value.textValue());
        }
        if (value.isArray()) {
            return list(value);
        }
        return value.isNumber() ? number(value.decimalValue()) : value.toString();
    }

    /** Returns the cell of labels, given as an object with the codes as keys. */
    public static String labels(JsonNode labels) {
        return list(labels);
    }

    private static String list(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.textValue()));
        return joined(words);
    }

    /** Returns the cell of a list of words. */
    static String joined(List<String> words) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            all.append(i == 0 ? "" : ";").append(words.get(i).replace(";", "\\;"));
        }
        return text(all.toString());
    }

    static String number(BigDecimal number) {
        return number.toPlainString();
    }

    public static String text(String text) {
        return isEscapedAt(text, 0) ? ESCAPE + text : text;
    }

    /** Returns the text of a cell that may have been written by {@link #text}. */
    public static String unescaped(String cell) {
        return isEscapedAt(cell, 1) && cell.charAt(0) == ESCAPE ? cell.substring(1) : cell;
    }

    private static boolean isEscapedAt(String text, int at) {
        return text.length() > at && ESCAPED_STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
