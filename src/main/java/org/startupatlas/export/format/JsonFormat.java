package org.startupatlas.export.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.http.License;

/** JSON: the object of a list response, without the members for paging. */
public final class JsonFormat implements ExportFormat {

    private final long revision;

    public JsonFormat(long revision) {
        this.revision = revision;
    }

    @Override
    public byte[] beginning() {
        return bytes("{\"data\":[");
    }

    @Override
    public byte[] records(List<byte[]> records, boolean areFirst) {
        ByteArrayOutputStream elements = new ByteArrayOutputStream(
                records.stream().mapToInt(record -> record.length + 1).sum());
        for (int i = 0; i < records.size(); i++) {
            if (i > 0 || !areFirst) {
                elements.write(',');
            }
            elements.writeBytes(records.get(i));
        }
        return elements.toByteArray();
    }

    @Override
    public byte[] end() {
        return bytes("],\"meta\":{\"revision\":" + revision + ",\"license\":\"" + License.ID + "\"}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
