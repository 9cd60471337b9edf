package org.startupatlas.export.format;

import java.util.List;
import org.startupatlas.http.format.Ndjson;

/** NDJSON: one record a line. */
public final class NdjsonFormat implements ExportFormat {

    @Override
    public byte[] beginning() {
        return new byte[0];
    }

    @Override
    public byte[] records(List<byte[]> records, boolean areFirst) {
        return Ndjson.lines(records);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }
}
