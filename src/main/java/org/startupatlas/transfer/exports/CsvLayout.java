package org.startupatlas.transfer.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.http.CsvTable;

/** A header line, and a line for each record. */
final class CsvLayout implements Layout {

    /** By which Excel knows UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvTable table;
    private final boolean byteOrderMark;

    CsvLayout(CsvTable table, boolean byteOrderMark) {
        this.table = table;
        this.byteOrderMark = byteOrderMark;
    }

    @Override
    public byte[] beginning() {
        byte[] mark = (byteOrderMark ? BYTE_ORDER_MARK : "").getBytes(StandardCharsets.UTF_8);
        return Bytes.together(mark, table.header());
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
