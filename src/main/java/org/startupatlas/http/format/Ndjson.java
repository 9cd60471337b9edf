package org.startupatlas.http.format;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes NDJSON: one JSON text a line. */
public final class Ndjson {

    private Ndjson() {}

    public static byte[] lines(List<byte[]> texts) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(
                texts.stream().mapToInt(text -> text.length + 1).sum());
        for (byte[] text : texts) {
            lines.writeBytes(text);
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
