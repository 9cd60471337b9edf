package org.startupatlas.export.format;

import java.util.List;
import org.startupatlas.http.format.RecordTable;
import org.startupatlas.http.format.TableWriter;

/** CSV or a workbook: a header, and a row for each record. */
public final class TableFormat implements ExportFormat {

    private final RecordTable table;
    private final TableWriter writer;

    public TableFormat(RecordTable table, TableWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    @Override
    public byte[] beginning() {
        return writer.beginning();
    }

    @Override
    public byte[] records(List<byte[]> records, boolean areFirst) {
        return writer.rows(table.rows(records));
    }

    @Override
    public byte[] end() {
        return writer.end();
    }
}
