package org.startupatlas.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

/**
 * Parses JSON of clients. Ambiguous JSON is rejected rather than interpreted. Numbers keep the digits they were written
 * with.
 */
public final class StrictJson {

    /** The maximum nesting depth; records need only a few levels. */
    public static final int MAX_DEPTH = 32;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private StrictJson() {}

    /**
     * Parses a text; returns a missing node if it is empty.
     *
     * @throws JsonProcessingException if the text is not JSON, is nested too deep, has trailing content, or has a
     *     duplicate key
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** Returns whether parsing failed because of a duplicate key. */
    public static boolean isOfDuplicateKey(JsonProcessingException failure) {
        return failure.getOriginalMessage().startsWith("Duplicate field");
    }

    /**
     * Returns whether a text can be stored: databases do not accept NUL, and UTF-8 cannot encode an unpaired surrogate.
     */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
