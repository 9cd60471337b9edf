package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON and the enum words in the columns of import jobs and their reports. */
final class StoredJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private StoredJson() {}

    /** The word of a constant, in the columns and in the API. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E ofWord(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    static String write(Object value) {
        return JSON.valueToTree(value).toString();
    }

    /** Reads a column; null becomes JSON's null. */
    static JsonNode tree(String json) {
        try {
            return json == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("not JSON of ours: " + json, notOurs);
        }
    }

    static List<String> strings(JsonNode array) {
        return JSON.convertValue(array, new TypeReference<List<String>>() {});
    }

    static Map<String, String> stringMap(String json) {
        return JSON.convertValue(tree(json), new TypeReference<Map<String, String>>() {});
    }
}
