package org.startupatlas.export.format;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** NDJSON: one record a line. */
public final class NdjsonFormat implements ExportFormat {

    @Override
    public byte[] beginning() {
        return new byte[0];
    }

    @Override
    public byte[] records(List<byte[]> records, boolean areFirst) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(
                records.stream().mapToInt(record -> record.length + 1).sum());
        for (byte[] record : records) {
            lines.writeBytes(record);
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }
}
