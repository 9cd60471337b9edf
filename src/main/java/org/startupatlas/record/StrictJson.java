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
 * Reads JSON that somebody sent: what could be understood in two ways is refused rather than guessed. Numbers keep the
 * digits they were written with.
 */
public final class StrictJson {

    /** How deep JSON may be nested, as api.md says; records need a handful. */
    public static final int MOST_LEVELS = 32;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private StrictJson() {}

    /**
     * The JSON of a text; a missing node where there is none.
     *
     * @throws JsonProcessingException if it is not JSON, nested too deep, followed by more, or has a key twice
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** Whether reading failed because a key is given twice in one object. */
    public static boolean isOfDuplicateKey(JsonProcessingException notJson) {
        return notJson.getOriginalMessage().startsWith("Duplicate field");
    }

    /** No database stores a NUL, and UTF-8 cannot write half of a pair of surrogates. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
