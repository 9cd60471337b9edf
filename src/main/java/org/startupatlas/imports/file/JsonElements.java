package org.startupatlas.imports.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.record.StrictJson;

/**
 * Reads the objects of a JSON document one by one: those of an array, of a list answer, or those that follow one
 * another.
 */
final class JsonElements {

    private static final int MAX_NUMBER_LENGTH = 1_000;

    /** JSON with the numbers of other programs, {@code NaN} and {@code Infinity}. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // The source says after the last row how many bytes were read.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    /** The keys under which answers and exports have their records. */
    private static final Set<String> LISTS = Set.of("data", "items", "records", "results", "rows", "value");

    private final JsonParser parser;
    private final int maxLength;

    /** Whether the parser is within a list. */
    private boolean isInList;

    /** Whether the list is a member of an object, whose other members are left out. */
    private boolean isInAnswer;

    private long length;
    private String problem;

    /**
     * @param maxLength the maximum number of characters of an element
     */
    JsonElements(JsonParser parser, int maxLength) {
        this.parser = parser;
        this.maxLength = maxLength;
    }

    /** Whether a key is one under which answers have their records. */
    static boolean isList(String key) {
        return key != null && LISTS.contains(key);
    }

    /** Returns the code of what is wrong with the element that was read last; null if nothing is. */
    String problem() {
        return problem;
    }

    /** Parses a text that is one value; empty if it is none, or exceeds a limit. */
    static Optional<JsonNode> parse(String text, int maxLength) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonElements elements = new JsonElements(parser, maxLength);
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode value = elements.node(1);
            boolean isWhole = elements.problem == null && parser.nextToken() == null;
            return Optional.of(value).filter(whole -> isWhole);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the next element; null at the end. */
    JsonNode next() throws IOException {
        problem = null;
        length = 0;
        JsonToken token = parser.nextToken();
        while (token != null) {
            if (isInList) {
                if (token != JsonToken.END_ARRAY) {
                    return node(1);
                }
                isInList = false;
                if (isInAnswer) {
                    leaveAnswer();
                }
            } else if (token == JsonToken.START_ARRAY) {
                isInList = true;
            } else if (token != JsonToken.START_OBJECT) {
                return node(1);
            } else {
                ObjectNode object = object(true, 1);
                if (object != null) {
                    return object;
                }
                isInList = true;
                isInAnswer = true;
            }
            token = parser.nextToken();
        }
        return null;
    }

    private void leaveAnswer() throws IOException {
        isInAnswer = false;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_OBJECT;
                token = parser.nextToken()) {
            parser.skipChildren();
        }
    }

    /** Returns the value at the parser; of a value that exceeds a limit, the beginning. */
    private JsonNode node(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && (depth > StrictJson.MAX_DEPTH || problem != null)) {
            problem = problem == null ? "body-beyond-limits" : problem;
            parser.skipChildren();
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (token) {
            case START_OBJECT -> object(false, depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> TextNode.valueOf(counted(parser.getText()));
            case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    /**
     * Returns an object.
     *
     * @param mayBeAnswer whether it may be a list answer
     * @return null if it is a list answer; the parser is at the beginning of the list then
     */
    private ObjectNode object(boolean mayBeAnswer, int depth) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = counted(parser.currentName());
            JsonToken value = parser.nextToken();
            if (mayBeAnswer && value == JsonToken.START_ARRAY && isList(key) && !object.has("name")) {
                return null;
            }
            JsonNode node = node(depth + 1);
            if (object.has(key)) {
                problem = problem == null ? "duplicate-key" : problem;
            } else if (problem == null) {
                object.set(key, node);
            }
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = node(depth + 1);
            if (problem == null) {
                array.add(node);
            }
        }
        return array;
    }

    private JsonNode number() throws IOException {
        counted(parser.getText());
        if (parser.isNaN()) {
            return DoubleNode.valueOf(parser.getDoubleValue());
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            return DecimalNode.valueOf(parser.getDecimalValue());
        }
        return JsonNumbers.integer(parser.getBigIntegerValue());
    }

    private String counted(String text) {
        length += text.length();
        if (length > maxLength) {
            problem = problem == null ? "row-too-long" : problem;
        }
        return text;
    }
}
