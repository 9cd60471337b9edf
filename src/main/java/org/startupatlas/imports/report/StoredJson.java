package org.startupatlas.imports.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.startupatlas.query.parameter.Violation;

/** Reads and writes the JSON and the enum constants in the columns of import jobs and their reports. */
public final class StoredJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private StoredJson() {}

    public static <E extends Enum<E>> E ofCode(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    public static String write(Object value) {
        return JSON.valueToTree(value).toString();
    }

    /** Returns the column of a job's problem: code, arguments and line. */
    public static String problem(Violation problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("code", problem.code());
        problem.arguments().forEach(node.putArray("arguments")::add);
        return node.put("line", problem.place().line()).toString();
    }

    /** Parses a column; returns JSON null for null. */
    public static JsonNode tree(String json) {
        try {
            return json == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("not JSON of ours: " + json, notOurs);
        }
    }

    /** Parses a column that {@link #write} has written; returns null for null. */
    public static <T> T read(String json, Class<T> type) {
        return JSON.convertValue(tree(json), type);
    }

    public static List<String> strings(JsonNode array) {
        return JSON.convertValue(array, new TypeReference<List<String>>() {});
    }

    public static Map<String, String> stringMap(String json) {
        return JSON.convertValue(tree(json), new TypeReference<Map<String, String>>() {});
    }
}
