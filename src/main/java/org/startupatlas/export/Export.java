package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.LongSupplier;
import org.startupatlas.export.format.ChunkSource;
import org.startupatlas.record.Digest;

/**
 * An export at one revision, whose bytes are computed on demand.
 *
 * @param resource the name of the resource, or {@code all}
 * @param revision the revision of the records
 * @param format the value of {@code format=}, or {@code zip}
 * @param contentType the media type of the bytes
 * @param isCompressed whether the format is compressed, so that gzip has no use
 * @param chunks the bytes
 * @param count returns the number of records written so far
 */
record Export(
        String resource,
        long revision,
        String format,
        String contentType,
        boolean isCompressed,
        ChunkSource chunks,
        LongSupplier count) {

    /** Returns the file name for {@code Content-Disposition}. */
    String fileName() {
        return "startup-atlas-" + resource + "-" + revision + "." + format;
    }

    /** Reads the whole export chunk by chunk, and computes its manifest. */
    final class Manifest {
        private final Digest digest = new Digest();

        /** Reads the next chunk; returns whether the end was reached. */
        boolean readChunk() {
            byte[] chunk = chunks.next();
            digest.add(chunk);
            return chunk.length == 0;
        }

        /** Returns the manifest. */
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
