package org.startupatlas.http.response;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The body of a 200 response that shared caches may keep, with the metadata that the response cache needs. The cache
 * replaces it by its bytes before it is written.
 *
 * @param revision the revision that the node had reached before the records were read; {@link #CONSTANT} if the bytes
 *     depend on no record
 * @param day the only day on which the response is valid; null if it does not depend on the day
 */
public record Representation(byte[] bytes, EntityTag tag, long revision, LocalDate day) {

    /** The revision of bytes that no write changes. */
    public static final long CONSTANT = Long.MAX_VALUE;

    public Representation {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(tag, "tag");
    }
}
