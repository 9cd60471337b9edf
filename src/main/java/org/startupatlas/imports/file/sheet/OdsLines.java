package org.startupatlas.imports.file.sheet;

import org.startupatlas.imports.file.table.LineBuilder;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.imports.file.table.TableLines;

/**
 * Reads the rows of a sheet in OpenDocument. Programs write equal rows and cells once, with the number of them; empty
 * ones are counted only.
 */
final class OdsLines implements TableLines {

    /** No sheet has more columns. */
    private static final int MAX_COLUMNS = 1 << 14;

    private final XmlEvents xml;
    private final ReadingLimits limits;
    private final CellText text;
    private long row;

    /** The row that is repeated, and how often it still is. */
    private TableLine repeated;

    private int repetitions;

    OdsLines(XmlEvents xml, ReadingLimits limits) {
        this.xml = xml;
        this.limits = limits;
        this.text = new CellText(limits.cell() + 1);
    }

    @Override
    public TableLine next() {
        if (repetitions > 0) {
            repetitions--;
            row++;
            return new TableLine(row, repeated.cells(), repeated.width(), repeated.fault(), true);
        }
        while (xml.next() && !xml.isEnd("table")) {
            if (xml.isStart("table-row")) {
                int times = Math.max(1, xml.number("number-rows-repeated", 1));
                TableLine line = line();
                if (!line.cells().isEmpty() || line.fault() != null) {
                    repeated = line;
                    repetitions = times - 1;
                    return line;
                }
                row += times - 1;
            } else if (xml.isStart("shapes") || xml.isStart("forms") || xml.isStart("table")) {
                // A drawing may contain tables of its own.
                xml.skip();
            }
        }
        return null;
    }

    @Override
    public long nextLine() {
        return row + 1;
    }

    private TableLine line() {
        row++;
        LineBuilder line = new LineBuilder(limits);
        while (xml.next() && !xml.isEnd("table-row")) {
            if (xml.isStart("table-cell") || xml.isStart("covered-table-cell")) {
                int times = Math.min(MAX_COLUMNS, Math.max(1, xml.number("number-columns-repeated", 1)));
                readCell(xml.name());
                if (text.isEmpty()) {
                    line.skip(times);
                }
                for (int i = 0; !text.isEmpty() && i < times && line.fault() == null; i++) {
                    text.addTo(line);
                }
            }
        }
        return line.build(row, true);
    }

    private void readCell(String element) {
        String type = xml.attribute("value-type");
        String value = type == null ? null : value(type);
        text.clear();
        int paragraphs = 0;
        boolean isText = false;
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart("annotation") || xml.isStart("frame") || xml.isStart("custom-shape")) {
                xml.skip();
            } else if (xml.isStart("p") || xml.isEnd("p")) {
                isText = xml.isStart();
                if (isText && paragraphs++ > 0) {
                    text.append("\n");
                }
            } else if (isText) {
                appendText();
            }
        }
        if (value != null) {
            text.clear();
            text.append(value);
        }
    }

    private void appendText() {
        if (xml.isText()) {
            text.append(xml.text());
        } else if (xml.isStart("s")) {
            text.append(" ".repeat(Math.min(limits.cell(), Math.max(1, xml.number("c", 1)))));
        } else if (xml.isStart("tab")) {
            text.append("\t");
        } else if (xml.isStart("line-break")) {
            text.append("\n");
        }
    }

    /** Returns the value that a cell has beside what it shows; null if that is all, as for texts. */
    private String value(String type) {
        return switch (type) {
            case "float", "currency", "percentage" -> xml.attribute("value") == null
                    ? null
                    : SheetNumber.plain(xml.attribute("value"));
            case "date" -> xml.attribute("date-value") == null
                    ? null
                    : SheetNumber.isoDate(xml.attribute("date-value"));
            case "boolean" -> xml.attribute("boolean-value");
            case "string" -> xml.attribute("string-value");
            default -> null;
        };
    }
}
