package org.startupatlas.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes a canonical text for equivalent JSON: sorted keys, no white space, and numbers by value, so that 1, 1.0 and
 * 1e0 are equal. Texts and the order of lists are significant.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Returns the canonical text of a value. */
    public static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
            text.append('{');
            sorted.forEach((name, each) -> {
                text.append(TextNode.valueOf(name)).append(':');
                append(each, text);
                text.append(',');
            });
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.forEach(each -> {
                append(each, text);
                text.append(',');
            });
            text.append(']');
        } else if (value.isNumber()) {
            // With its exponent: 1e999999999 written out would have as many zeros.
            text.append(value.decimalValue().stripTrailingZeros());
        } else {
            text.append(value);
        }
    }
}
