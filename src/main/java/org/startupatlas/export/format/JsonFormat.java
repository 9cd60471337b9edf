package org.startupatlas.export.format;

import java.util.List;
import org.startupatlas.http.format.Envelope;

/** JSON: the object of a list response, without the members for paging. */
public final class JsonFormat implements ExportFormat {

    private final Envelope envelope;

    public JsonFormat(long revision) {
        this.envelope = new Envelope(Envelope.meta(revision, null));
    }

    @Override
    public byte[] beginning() {
        return Envelope.beginning();
    }

    @Override
    public byte[] records(List<byte[]> records, boolean areFirst) {
        return Envelope.elements(records, areFirst);
    }

    @Override
    public byte[] end() {
        return envelope.end();
    }
}
