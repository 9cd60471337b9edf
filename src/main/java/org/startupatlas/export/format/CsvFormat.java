package org.startupatlas.export.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.http.format.CsvTable;

/** CSV: a header line, and a line for each record. */
public final class CsvFormat implements ExportFormat {

    /** Makes Excel read the file as UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvTable table;
    private final boolean byteOrderMark;

    public CsvFormat(CsvTable table, boolean byteOrderMark) {
        this.table = table;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public byte[] beginning() {
        byte[] mark = (byteOrderMark ? BYTE_ORDER_MARK : "").getBytes(StandardCharsets.UTF_8);
        return Bytes.concat(mark, table.header());
    }

    @Override
    public byte[] records(List<byte[]> records, boolean areFirst) {
        return table.lines(records);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }
}
