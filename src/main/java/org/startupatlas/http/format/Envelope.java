package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.http.License;
import org.startupatlas.schema.Language;

/**
 * What the JSON of a list has beside its elements, which are under {@code data} and written as they are.
 *
 * @param page where the page stands, or null if the list has no pages
 * @param facets the counts by facet, or null if none is requested
 * @param meta what the whole list has in common
 */
public record Envelope(ObjectNode page, ObjectNode facets, ObjectNode meta) {

    /** Creates the envelope of a list without pages. */
    public Envelope(ObjectNode meta) {
        this(null, null, meta);
    }

    /** Returns the first members of {@code page}. */
    public static ObjectNode page(int limit, boolean hasMore) {
        return JsonNodeFactory.instance.objectNode().put("limit", limit).put("has_more", hasMore);
    }

    /**
     * Returns the first members of {@code page}.
     *
     * @param nextCursor the cursor of the next page; null on the last one
     */
    public static ObjectNode page(int limit, String nextCursor) {
        return page(limit, nextCursor != null).put("next_cursor", nextCursor);
    }

    /**
     * Returns the first members of {@code meta}.
     *
     * @param language of the texts, or null for all three
     */
    public static ObjectNode meta(long revision, Language language) {
        ObjectNode meta =
                JsonNodeFactory.instance.objectNode().put("revision", revision).put("license", License.ID);
        return language == null ? meta : meta.put("lang", language.code());
    }

    /** Returns the members beside the elements. */
    ObjectNode members() {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        if (page != null) {
            members.set("page", page);
        }
        if (facets != null) {
            members.set("facets", facets);
        }
        members.set("meta", meta);
        return members;
    }

    /** Returns the list with these elements. */
    public byte[] around(List<byte[]> elements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(beginning());
        out.writeBytes(elements(elements, true));
        out.writeBytes(end());
        return out.toByteArray();
    }

    /** Returns the list with these elements. */
    public byte[] aroundNodes(List<? extends JsonNode> elements) {
        return around(
                elements.stream().map(element -> bytes(element.toString())).toList());
    }

    /** Returns the bytes before the elements. */
    public static byte[] beginning() {
        return bytes("{\"data\":[");
    }

    /**
     * Returns the bytes of some of the elements.
     *
     * @param areFirst whether they are the first elements of the list
     */
    public static byte[] elements(List<byte[]> elements, boolean areFirst) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                elements.stream().mapToInt(element -> element.length + 1).sum());
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0 || !areFirst) {
                out.write(',');
            }
            out.writeBytes(elements.get(i));
        }
        return out.toByteArray();
    }

    /** Returns the bytes after the elements. */
    public byte[] end() {
        return bytes("]," + members().toString().substring(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
