package org.startupatlas.http.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.startupatlas.http.Limits;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/** Reads the JSON of a body, strictly. */
public final class RequestBody {

    /** How deep JSON may be nested, as api.md says; records need a handful. */
    public static final int MOST_LEVELS = StrictJson.MAX_DEPTH;

    /** The media type of records and other whole things. */
    public static final String JSON = "application/json";

    private RequestBody() {}

    /**
     * The JSON object in a body.
     *
     * @param mediaType what {@code Content-Type} must say
     * @throws ProblemException 415 if it says something else, 413 if the body is too large, 400 if it is not JSON, no
     *     object, nested too deep, or has a key twice
     */
    public static ObjectNode object(HttpServerRequest request, InputStream body, String mediaType) {
        if (read(request, body, mediaType) instanceof ObjectNode object) {
            return object;
        }
        throw malformed(Violation.ofWhole("not-an-object"));
    }

    /** The JSON in a body, whatever it is; refused as {@link #object} refuses. */
    public static JsonNode read(HttpServerRequest request, InputStream body, String mediaType) {
        requireMediaType(request, mediaType);
        return parse(text(bytes(body)));
    }

    private static void requireMediaType(HttpServerRequest request, String expected) {
        String type = request.getHeader("Content-Type");
        String coding = request.getHeader("Content-Encoding");
        if (type == null || !isOf(type, expected) || !(coding == null || coding.equalsIgnoreCase("identity"))) {
            throw unsupported(request, "expected-media-type", expected);
        }
    }

    /** 415 with the header in which the method says what it takes: Accept-Patch, Accept-Post, or else Accept. */
    public static ProblemException unsupported(HttpServerRequest request, String code, String mediaTypes) {
        String header =
                switch (request.method().name()) {
                    case "PATCH" -> "Accept-Patch";
                    case "POST" -> "Accept-Post";
                    default -> "Accept";
                };
        return new ProblemException(
                Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, List.of(Violation.ofWhole(code, mediaTypes)))
                        .withHeader(header, mediaTypes));
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1), whether that is said or not. */
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

    /** Counted while reading, because a body that comes in chunks does not say how large it is. */
    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes((int) Limits.LARGEST_BODY + 1);
            if (bytes.length > Limits.LARGEST_BODY) {
                throw new ProblemException(Problem.of(ProblemKind.PAYLOAD_TOO_LARGE));
            }
            return bytes;
        } catch (IOException brokenOff) {
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
            throw malformed(Violation.ofWhole("body-beyond-limits", String.valueOf(MOST_LEVELS)));
        } catch (JsonProcessingException notJson) {
            throw malformed(notJson);
        }
    }

    /** No text has a NUL or half of a pair of surrogates: no database stores the one, UTF-8 cannot write the other. */
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

    private static ProblemException malformed(JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        boolean twice = StrictJson.isOfDuplicateKey(notJson);
        return malformed(Violation.ofWhole(
                twice ? "duplicate-key" : "not-json",
                String.valueOf(at == null ? 1 : at.getLineNr()),
                String.valueOf(at == null ? 1 : at.getColumnNr())));
    }

    private static ProblemException malformed(Violation detail) {
        return new ProblemException(Problem.of(ProblemKind.MALFORMED_REQUEST, List.of(detail)));
    }
}
