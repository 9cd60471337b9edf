package org.startupatlas.http.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table as CSV (RFC 4180, UTF-8): a header line, and a line for each row. */
final class CsvTableWriter implements TableWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Table table;
    private final boolean byteOrderMark;

    CsvTableWriter(Table table, boolean byteOrderMark) {
        this.table = table;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public byte[] beginning() {
        StringWriter text = new StringWriter();
        text.write(byteOrderMark ? BYTE_ORDER_MARK : "");
        writer(text)
                .writeRecord(table.columns().stream().map(Table.Column::name).toList());
        return bytes(text);
    }

    @Override
    public byte[] rows(List<List<Cell>> rows) {
        StringWriter text = new StringWriter();
        CsvWriter lines = writer(text);
        rows.forEach(row -> lines.writeRecord(row.stream().map(Csv::cell).toList()));
        return bytes(text);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    /** Returns a writer without a buffer of its own. */
    private static CsvWriter writer(StringWriter text) {
        return CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    private static byte[] bytes(StringWriter text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
