package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startupatlas.record.TextNormalizer;

/** How claims name fields, and write their values. */
final class ClaimValues {

    /** The objects that are claimed as a whole: one of their values alone says something else. */
    static final Set<String> WHOLES = Set.of("amount", "point");

    /** A longer value is not repeated: the field has it. */
    private static final int MAX_LENGTH = 10_000;

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ClaimValues() {}

    /** Returns the field by which the value at a path is claimed. */
    static String field(String path) {
        int dot = path.indexOf('.');
        return dot > 0 && WHOLES.contains(path.substring(0, dot)) ? path.substring(0, dot) : path;
    }

    /** Returns the value of a record that is claimed by a field. */
    static JsonNode of(JsonNode record, String field) {
        return record.at("/" + field.replace('.', '/'));
    }

    static boolean isUnknown(JsonNode value) {
        return value.isObject()
                ? value.valueStream().allMatch(ClaimValues::isUnknown)
                : value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    /** Returns the text of a value; null if it is unknown or too long. */
    static String text(JsonNode value) {
        String text = isUnknown(value) ? "" : TextNormalizer.normalize(written(value), true);
        return text.isEmpty() || text.codePointCount(0, text.length()) > MAX_LENGTH ? null : text;
    }

    private static String written(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ClaimValues::written).collect(Collectors.joining("; "));
        }
        if (value.isObject()) {
            return ofObject(value);
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Returns the parts of an object: {@code 5000000 MAD}, {@code 33.543, -7.641}. */
    private static String ofObject(JsonNode object) {
        List<String> parts = object.valueStream()
                .filter(part -> part.isValueNode() && !part.isNull())
                .map(ClaimValues::written)
                .filter(part -> !part.equals("exact"))
                .toList();
        List<String> words =
                parts.stream().filter(part -> !UUID.matcher(part).matches()).toList();
        return String.join(object.has("currency") ? " " : ", ", words.isEmpty() ? parts : words);
    }
}
