package org.startupatlas.http.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.QueryString;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/** Reads request bodies strictly: JSON and forms. */
public final class RequestBody {

    /** The maximum nesting depth of JSON, as published in {@code /v1/meta}. */
    public static final int MAX_DEPTH = StrictJson.MAX_DEPTH;

    /** The media type of bodies other than patches. */
    public static final String JSON = "application/json";

    private static final String FORM = "application/x-www-form-urlencoded";

    private RequestBody() {}

    /**
     * Reads the JSON object in a body.
     *
     * @param mediaType the required {@code Content-Type}
     * @throws RejectedException 415 for another media type, 413 if the body is too large, 400 if it is not JSON, not an
     *     object, nested too deep, or has a duplicate key
     */
    public static ObjectNode object(HttpServerRequest request, InputStream body, String mediaType) {
        if (read(request, body, mediaType) instanceof ObjectNode object) {
            return object;
        }
        throw malformed(Violation.ofWhole("not-an-object"));
    }

    /** Reads the JSON in a body, which need not be an object; errors as of {@link #object}. */
    public static JsonNode read(HttpServerRequest request, InputStream body, String mediaType) {
        requireMediaType(request, mediaType);
        return parse(text(bytes(request, body)));
    }

    /** Reads the JSON object in a body that may be missing; a missing one is an object without members. */
    public static ObjectNode optionalObject(HttpServerRequest request, InputStream body, String mediaType) {
        byte[] bytes = bytes(request, body);
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        return object(request, new ByteArrayInputStream(bytes), mediaType);
    }

    /**
     * Reads the fields of a form, in their order.
     *
     * @throws RejectedException 415 for another media type, 413 if the body is too large, 400 if a field is not UTF-8
     */
    public static List<Parameter> form(HttpServerRequest request, InputStream body) {
        requireMediaType(request, FORM);
        // Each byte is a character until it is decoded with the escapes.
        return QueryString.parameters(new String(bytes(request, body), StandardCharsets.ISO_8859_1));
    }

    /** Returns the violation of a text of a body that is too long; empty if it is not, or is no text. */
    public static Optional<Violation> tooLong(String pointer, JsonNode text, int maxLength) {
        return text.isTextual() && text.textValue().length() > maxLength
                ? Optional.of(Violation.at(pointer, "too-long", String.valueOf(maxLength)))
                : Optional.empty();
    }

    private static void requireMediaType(HttpServerRequest request, String expected) {
        String type = request.getHeader("Content-Type");
        String coding = request.getHeader("Content-Encoding");
        if (type == null || !isOf(type, expected) || !(coding == null || coding.equalsIgnoreCase("identity"))) {
            throw RejectedException.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE, Violation.ofWhole("expected-media-type", expected));
        }
    }

    /**
     * Returns whether a type is the expected one. JSON is UTF-8 with or without a charset parameter (RFC 8259, section
     * 8.1).
     */
    private static boolean isOf(String type, String expected) {
        String[] parts = type.toLowerCase(Locale.ROOT).split(";");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return parts[0].strip().equals(expected);
    }

    /** Counts while reading, because a chunked body does not state its size. */
    private static byte[] bytes(HttpServerRequest request, InputStream body) {
        int limit = (int) Math.min(Limits.MAX_BODY_BYTES, Limits.maxBodyBytes(request));
        try {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw RejectedException.of(ProblemKind.PAYLOAD_TOO_LARGE);
            }
            return bytes;
        } catch (IOException incomplete) {
            throw malformed(Violation.ofWhole("body-cut"));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw malformed(Violation.ofWhole("invalid-encoding"));
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = StrictJson.read(text);
            if (node.isMissingNode()) {
                throw malformed(Violation.ofWhole("empty-body"));
            }
            requireStorable(node, JsonPointer.empty());
            return node;
        } catch (StreamConstraintsException beyond) {
            throw malformed(Violation.ofWhole("body-beyond-limits", String.valueOf(MAX_DEPTH)));
        } catch (JsonProcessingException notJson) {
            throw malformed(notJson);
        }
    }

    /**
     * Rejects texts with a NUL or an unpaired surrogate: no database stores the former, UTF-8 cannot encode the latter.
     */
    private static void requireStorable(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            requireStorable(node.textValue(), at);
        }
        node.properties().forEach(property -> {
            requireStorable(property.getKey(), at);
            requireStorable(property.getValue(), at.appendProperty(property.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            requireStorable(node.get(i), at.appendIndex(i));
        }
    }

    private static void requireStorable(String text, JsonPointer at) {
        if (!StrictJson.isStorable(text)) {
            throw malformed(Violation.at(at.toString(), "invalid-text"));
        }
    }

    private static RejectedException malformed(JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        boolean isDuplicateKey = StrictJson.isOfDuplicateKey(notJson);
        return malformed(Violation.ofWhole(
                isDuplicateKey ? "duplicate-key" : "not-json",
                String.valueOf(at == null ? 1 : at.getLineNr()),
                String.valueOf(at == null ? 1 : at.getColumnNr())));
    }

    private static RejectedException malformed(Violation detail) {
        return RejectedException.of(ProblemKind.MALFORMED_REQUEST, detail);
    }
}
