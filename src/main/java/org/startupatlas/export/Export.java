package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.LongSupplier;
import org.startupatlas.export.format.ChunkSource;
import org.startupatlas.export.format.Digest;

/**
 * What is exported: bytes that are made when they are asked for, at one revision.
 *
 * @param resource its name, as the path says it
 * @param revision the one that it is of
 * @param format as {@code format=} says it
 * @param contentType of its bytes
 * @param isCompressed whether the bytes are compressed by themselves already
 * @param pieces its bytes
 * @param count how many records have been made bytes of so far
 */
record Export(
        String resource,
        long revision,
        String format,
        String contentType,
        boolean isCompressed,
        ChunkSource pieces,
        LongSupplier count) {

    /** What a browser calls the file. */
    String fileName() {
        return "startup-atlas-" + resource + "-" + revision + "." + format;
    }

    /** Takes all of it, one piece at a time, and tells what it was. */
    final class Manifest {
        private final Digest digest = new Digest();

        /** Takes the next piece; whether it was the last. */
        boolean step() {
            byte[] piece = pieces.next();
            digest.add(piece);
            return piece.length == 0;
        }

        /** What was taken. */
        ObjectNode json(ObjectMapper json) {
            return json.createObjectNode()
                    .put("resource", resource)
                    .put("revision", revision)
                    .put("format", format)
                    .put("file", fileName())
                    .put("count", count.getAsLong())
                    .put("bytes", digest.bytes())
                    .put("sha256", digest.sha256());
        }
    }
}
