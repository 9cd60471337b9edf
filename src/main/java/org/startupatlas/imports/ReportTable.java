package org.startupatlas.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.startupatlas.http.format.Cell;
import org.startupatlas.http.format.Csv;
import org.startupatlas.http.format.Table;
import org.startupatlas.http.format.TableWriter;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** Writes the lines of a report as CSV or as a workbook, in which all cells are texts. */
final class ReportTable {

    /** Texts that spreadsheets take for numbers, marks or texts, but do not execute: -5, +212 522, ="00123". */
    private static final Pattern HARMLESS =
            Pattern.compile("[-+][\\p{Nd}\\p{Z}.,%()/-]*|=\"(?:[^\"]|\"\")*\"", Pattern.UNICODE_CHARACTER_CLASS);

    private static final String NAME = "report";

    /** Lines are compressed together. */
    private static final int BATCH_SIZE = 100;

    private final Format format;
    private final char delimiter;
    private final Language language;

    /**
     * @param delimiter the delimiter of CSV
     * @param language the language of the texts, which decides the direction of a workbook's sheet
     */
    ReportTable(Format format, char delimiter, Language language) {
        this.format = format;
        this.delimiter = delimiter;
        this.language = language;
    }

    /** Something that writes lines, the header first. */
    interface Content {
        void write(Consumer<List<String>> lines);
    }

    void write(OutputStream out, Content content) throws IOException {
        if (format == Format.XLSX) {
            Workbook workbook = new Workbook(out);
            content.write(workbook::add);
            workbook.end();
        } else {
            writeCsv(out, content);
        }
    }

    private void writeCsv(OutputStream out, Content content) throws IOException {
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

    /** A workbook that is written while its lines come. */
    private final class Workbook {
        private final OutputStream out;
        private final List<List<Cell>> lines = new ArrayList<>();
        private TableWriter writer;

        Workbook(OutputStream out) {
            this.out = out;
        }

        void add(List<String> line) {
            if (writer == null) {
                writer = TableWriter.of(format, Table.ofNames(NAME, line, language));
                send(writer.beginning());
                return;
            }
            lines.add(line.stream().<Cell>map(Cell.Text::new).toList());
            if (lines.size() == BATCH_SIZE) {
                flush();
            }
        }

        private void flush() {
            send(writer.rows(lines));
            lines.clear();
        }

        void end() {
            flush();
            send(writer.end());
        }

        private void send(byte[] bytes) {
            try {
                out.write(bytes);
            } catch (IOException cut) {
                throw new UncheckedIOException(cut);
            }
        }
    }
}
