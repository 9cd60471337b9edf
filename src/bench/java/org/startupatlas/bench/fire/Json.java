package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.startupatlas.record.RecordJson;

/** Reads JSON so that writing it again gives the same. */
final class Json {

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same JSON without what does not count; null for none. */
    static String canonical(String json) {
        return json == null ? null : read(json).toString();
    }

    /** The text of a node; null for none. */
    static String text(JsonNode node) {
        return node.isNull() ? null : node.toString();
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        new RecordJson().customize(mapper);
        return mapper;
    }
}
