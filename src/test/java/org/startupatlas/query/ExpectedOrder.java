package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The order of a list, worked out from the records alone: texts by the unsigned bytes of their folded keys, dates by
 * their first day, records without a value last both ways, and at the end the id, in the direction of the last key.
 */
final class ExpectedOrder {
    private ExpectedOrder() {}

    /** The order that {@code sort}, written as in requests, gives the records of a resource; empty is by id. */
    static Comparator<JsonNode> of(ResourceSchema schema, String sort) {
        Comparator<JsonNode> order = (one, other) -> 0;
        boolean descending = false;
        for (String key : sort.isEmpty() ? new String[0] : sort.split(",")) {
            descending = key.startsWith("-");
            order = order.thenComparing(byKey(schema, descending ? key.substring(1) : key, descending));
        }
        Comparator<JsonNode> byId = Comparator.comparing(ExpectedOrder::id);
        return order.thenComparing(descending ? byId.reversed() : byId);
    }

    /** UUIDs in lower case have the order of their bytes; so have the words that are ids. */
    private static String id(JsonNode record) {
        return record.get("id").textValue();
    }

    private static Comparator<JsonNode> byKey(ResourceSchema schema, String name, boolean descending) {
        ValueType<?> type = field(schema, name).type();
        Comparator<Object> values = values(type);
        return Comparator.comparing(
                record -> value(type, record.at("/" + name.replace('.', '/'))),
                Comparator.nullsLast(descending ? values.reversed() : values));
    }

    private static Field field(ResourceSchema schema, String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? schema.field(name).orElseThrow()
                : schema.field(name.substring(0, dot)).orElseThrow().part(name.substring(dot + 1));
    }

    @SuppressWarnings("unchecked") // value() gives all values of one type as one class
    private static Comparator<Object> values(ValueType<?> type) {
        return type == ValueTypes.TEXT
                ? (one, other) -> Arrays.compareUnsigned((byte[]) one, (byte[]) other)
                : (one, other) -> ((Comparable<Object>) one).compareTo(other);
    }

    private static Object value(ValueType<?> type, JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        return switch (type.name()) {
            case "text" -> Folding.key(node.textValue());
            case "integer", "decimal" -> node.decimalValue();
            case "timestamp" -> Instant.parse(node.textValue());
            case "partial_date" -> PartialDate.of(node.textValue()).first();
            default -> throw new IllegalArgumentException("no order by " + type);
        };
    }
}
