package org.startupatlas.imports.file.sheet;

import org.startupatlas.imports.file.table.LineBuilder;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.imports.file.table.TableLines;

/** Reads the rows of a sheet in Office Open XML. Formulas have the values that the spreadsheet program computed. */
final class XlsxLines implements TableLines {

    /** No sheet has more columns. */
    private static final int MAX_COLUMNS = 1 << 14;

    private final XmlEvents xml;
    private final SharedStrings texts;
    private final NumberFormats formats;
    private final boolean is1904;
    private final ReadingLimits limits;
    private final CellText text;
    private long row;

    XlsxLines(XmlEvents xml, SharedStrings texts, NumberFormats formats, boolean is1904, ReadingLimits limits) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
        this.is1904 = is1904;
        this.limits = limits;
        this.text = new CellText(limits.cell() + 1);
    }

    @Override
    public TableLine next() {
        while (xml.next() && !xml.isEnd("sheetData")) {
            if (xml.isStart("row")) {
                TableLine line = line();
                if (!line.cells().isEmpty() || line.fault() != null) {
                    return line;
                }
            }
        }
        return null;
    }

    @Override
    public long nextLine() {
        return row + 1;
    }

    private TableLine line() {
        // Rows are numbered upwards; some programs leave the numbers out.
        row = Math.max(row + 1, xml.number("r", 0));
        LineBuilder line = new LineBuilder(limits);
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                int column = column(xml.attribute("r"), line.width());
                if (column > line.width()) {
                    line.skip(column - line.width());
                }
                readCell(line);
            }
        }
        return line.build(row, true);
    }

    /** Returns the index of a column by a reference such as {@code AB12}; the next one if there is none. */
    private static int column(String reference, int next) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            if (column < 1 || column > MAX_COLUMNS) {
                throw Archive.damaged();
            }
        }
        return column == 0 ? next : column - 1;
    }

    private void readCell(LineBuilder line) {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        boolean isFormula = false;
        boolean isValue = false;
        text.clear();
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("is")) {
                SharedStrings.readText(xml, "is", text);
            } else if (xml.isStart("f")) {
                isFormula = true;
                xml.skip();
            } else if (xml.isStart("v") || xml.isEnd("v")) {
                isValue = xml.isStart();
            } else if (isValue && xml.isText()) {
                text.append(xml.text());
            }
        }
        if (text.isEmpty()) {
            if (isFormula && type == null) {
                line.fail("formula-without-value");
            }
            line.skip(1);
            return;
        }
        convert(type == null ? "n" : type, style);
        text.addTo(line);
    }

    private void convert(String type, int style) {
        String raw = text.toString();
        SheetNumber.Format format = formats.of(style);
        String converted =
                switch (type) {
                    case "s" -> texts.get(raw.strip());
                    case "b" -> raw.strip().equals("1") ? "true" : raw.strip().equals("0") ? "false" : raw;
                    case "d" -> SheetNumber.isoDate(raw);
                    case "n" -> format == SheetNumber.Format.NUMBER
                            ? SheetNumber.plain(raw)
                            : SheetNumber.date(raw, format, is1904);
                    default -> SharedStrings.unescaped(raw);
                };
        if (!converted.equals(raw)) {
            text.clear();
            text.append(converted);
        }
    }
}
