package org.startupatlas.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.startupatlas.http.format.Csv;

/** Writes the lines of a report as CSV. */
final class ReportTable {

    /** Texts that spreadsheets take for numbers, marks or texts, but do not execute: -5, +212 522, ="00123". */
    private static final Pattern HARMLESS =
            Pattern.compile("[-+][\\p{Nd}\\p{Z}.,%()/-]*|=\"(?:[^\"]|\"\")*\"", Pattern.UNICODE_CHARACTER_CLASS);

    private final char delimiter;

    ReportTable(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Something that writes lines, the header first. */
    interface Content {
        void write(Consumer<List<String>> lines);
    }

    void write(OutputStream out, Content content) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            content.write(
                    line -> csv.writeRecord(line.stream().map(ReportTable::cell).toList()));
        }
    }

    /** Returns a text as it is, unless a spreadsheet would execute it; an apostrophe before it is ignored by imports. */
    private static String cell(String text) {
        String shown = text.strip();
        boolean isHarmless = shown.startsWith("'") || HARMLESS.matcher(shown).matches();
        return isHarmless || Csv.text(shown).equals(shown) ? text : Csv.text(shown);
    }
}
