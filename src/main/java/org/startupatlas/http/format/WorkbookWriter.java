package org.startupatlas.http.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.startupatlas.schema.Language;

/**
 * Writes a table as an Excel workbook (Office Open XML, ISO/IEC 29500): typed cells, a frozen bold header, and a sheet
 * from right to left in Arabic. Rows that no sheet has room for are in further sheets, each with the header. Rows are
 * compressed as they come; none is kept.
 */
final class WorkbookWriter implements TableWriter {

    /** The number of rows of a sheet, the header included. */
    static final int MAX_ROWS = 1_048_576;

    /** The time of the parts. The first day of 1980 is none: Java writes it with the time zone of the server. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

    /** The characters that a header has beside its text. */
    private static final int PADDING = 2;

    private final Table table;
    private final int maxRows;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(compressed);
    private final Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    private int sheets;
    private int row;

    WorkbookWriter(Table table) {
        this(table, MAX_ROWS);
    }

    /** Creates a writer whose sheets have at most so many rows. */
    WorkbookWriter(Table table, int maxRows) {
        this.table = table;
        this.maxRows = maxRows;
    }

    private interface Content {
        void write() throws IOException;
    }

    @Override
    public byte[] beginning() {
        return compressed(() -> {
            // First, because programs recognize a workbook by it.
            part("_rels/.rels", WorkbookParts.RELATIONSHIPS);
            part("xl/styles.xml", WorkbookParts.STYLES);
            startSheet();
        });
    }

    @Override
    public byte[] rows(List<List<Cell>> rows) {
        return compressed(() -> {
            for (List<Cell> cells : rows) {
                if (row == maxRows) {
                    endSheet();
                    startSheet();
                }
                row(cells);
            }
        });
    }

    @Override
    public byte[] end() {
        return compressed(() -> {
            endSheet();
            part("xl/workbook.xml", WorkbookParts.workbook(table.name(), sheets));
            part("xl/_rels/workbook.xml.rels", WorkbookParts.relationshipsOfWorkbook(sheets));
            part("[Content_Types].xml", WorkbookParts.contentTypes(sheets));
            zip.close();
        });
    }

    /** Returns the bytes that are complete after the content is written. */
    private byte[] compressed(Content content) {
        try {
            content.write();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        byte[] bytes = compressed.toByteArray();
        compressed.reset();
        return bytes;
    }

    private void part(String name, String content) throws IOException {
        startPart(name);
        text.write(content);
        endPart();
    }

    private void startPart(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // A local time, so that the bytes do not depend on the time zone of the server.
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        text.write(WorkbookParts.DECLARATION);
    }

    private void endPart() throws IOException {
        text.flush();
        zip.closeEntry();
    }

    private void startSheet() throws IOException {
        sheets++;
        row = 0;
        startPart(WorkbookParts.sheetPath(sheets));
        text.write(WorkbookParts.sheetStart(table.language() == Language.AR));
        text.write("<cols>");
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            int width = Math.max(column.width(), column.name().length() + PADDING);
            int number = i + 1;
            text.write(
                    "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + width + "\" customWidth=\"1\"/>");
        }
        text.write("</cols><sheetData>");
        startRow();
        for (int i = 0; i < table.columns().size(); i++) {
            text.write(WorkbookCell.header(reference(i), table.columns().get(i).name()));
        }
        text.write("</row>");
    }

    private void endSheet() throws IOException {
        text.write("</sheetData></worksheet>");
        endPart();
    }

    private void row(List<Cell> cells) throws IOException {
        startRow();
        for (int i = 0; i < cells.size(); i++) {
            text.write(WorkbookCell.of(reference(i), cells.get(i)));
        }
        text.write("</row>");
    }

    private void startRow() throws IOException {
        row++;
        text.write("<row r=\"" + row + "\">");
    }

    /** Returns the reference of a cell in the current row: A1. */
    private String reference(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
