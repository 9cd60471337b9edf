package org.startupatlas.http.response;

import java.util.Arrays;
import org.startupatlas.schema.Fingerprint;

/**
 * Entity tags (RFC 9110, section 8.8.3).
 *
 * @param text the value of the header
 */
public record EntityTag(String text) {

    /** Returns the tag of a record: its version, and a hash of everything else that its bytes depend on. */
    public static EntityTag strong(int version, String variant) {
        return new EntityTag("\"" + version + "-" + variant + "\"");
    }

    /** Returns the tag of a response built from several records: the revision, and a hash of the request. */
    public static EntityTag weak(long revision, String variant) {
        return new EntityTag("W/\"" + revision + "-" + variant + "\"");
    }

    /** Returns the tag of a text: its hash. */
    static EntityTag ofContent(String text) {
        return new EntityTag("\"" + Fingerprint.of(text) + "\"");
    }

    /** Returns whether {@code If-None-Match} contains this tag, by weak comparison as section 13.1.2 requires. */
    boolean isNamedBy(String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(",")).map(EntityTag::opaque).anyMatch(opaque(text)::equals);
    }

    private static String opaque(String tag) {
        String stripped = tag.strip();
        return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
    }
}
