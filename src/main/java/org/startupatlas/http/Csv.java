package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables as CSV (RFC 4180, UTF-8), and JSON values as their cells, which no spreadsheet runs. */
public final class Csv {

    /** What a spreadsheet would run as a formula, and the mark that keeps it from doing so. */
    private static final String DANGEROUS = "=+-@'\t\r";

    private static final String MARK = "'";

    private Csv() {}

    /** A header line and the lines below it. */
    public static byte[] write(List<String> header, List<List<String>> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
            csv.writeRecord(header);
            lines.forEach(csv::writeRecord);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** The cell of a value: nothing for null, a list of words joined with semicolons, numbers without exponents. */
    public static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isTextual()) {
            return safe(value.textValue());
        }
        if (value.isArray()) {
            return joined(value);
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }

    /** The cell of what codes are called, which are keyed by the codes. */
    public static String labels(JsonNode labels) {
        return joined(labels);
    }

    private static String joined(JsonNode words) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add(word.textValue().replace(";", "\\;")));
        return safe(String.join(";", all));
    }

    private static String safe(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
    }
}
