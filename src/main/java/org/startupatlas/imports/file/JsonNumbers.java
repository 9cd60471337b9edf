package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads what programs write for numbers as it is meant: {@code 12.0} is 12, pandas' {@code NaN} is no value. */
final class JsonNumbers {

    /** No field has more digits; {@code 1e999999999} has them. */
    private static final int MAX_DIGITS = 100;

    private JsonNumbers() {}

    /** Returns a value with its numbers as they are meant; a missing node for no value. */
    static JsonNode normalized(JsonNode value) {
        if (value.isFloatingPointNumber()) {
            return ofFloat(value);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> {
                JsonNode normalized = normalized(element);
                if (!normalized.isMissingNode()) {
                    elements.add(normalized);
                }
            });
            return elements;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> {
                JsonNode normalized = normalized(member.getValue());
                if (!normalized.isMissingNode()) {
                    members.set(member.getKey(), normalized);
                }
            });
            return members;
        }
        return value;
    }

    private static JsonNode ofFloat(JsonNode value) {
        if (value.isDouble() && Double.isNaN(value.doubleValue())) {
            return JsonNodeFactory.instance.missingNode();
        }
        if (value.isDouble() && Double.isInfinite(value.doubleValue())) {
            return TextNode.valueOf(value.asText());
        }
        BigDecimal number = value.decimalValue();
        boolean isShort = (long) number.precision() - number.scale() <= MAX_DIGITS;
        return isShort && number.stripTrailingZeros().scale() <= 0 ? integer(number.toBigInteger()) : value;
    }

    /** Returns an integer as a parser does. */
    static JsonNode integer(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(number.intValue());
        }
        return number.bitLength() < Long.SIZE
                ? LongNode.valueOf(number.longValue())
                : JsonNodeFactory.instance.numberNode(number);
    }
}
