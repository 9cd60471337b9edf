package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * Parses the input for a record strictly by its schema and collects all violations. Missing fields become null or empty
 * lists, so that the result has every field of the schema.
 */
final class RecordValidator {

    private static final JsonNode MISSING = MissingNode.getInstance();

    private final ValueValidator values;
    private final List<Violation> violations;

    RecordValidator(ValueValidator values, List<Violation> violations) {
        this.values = values;
        this.violations = violations;
    }

    /**
     * Returns the record with every field of the schema.
     *
     * @param stored the stored record, whose texts are accepted unchanged if the input repeats them; null for a new one
     */
    ObjectNode read(ResourceSchema schema, ObjectNode input, ObjectNode stored) {
        return object(schema.fields(), input, stored == null ? MISSING : stored, "");
    }

    /** Returns the violations of list lengths in a record that was composed by the server. */
    static List<Violation> tooLongLists(ResourceSchema schema, ObjectNode record) {
        List<Violation> violations = new ArrayList<>();
        addTooLong(schema.fields(), record, "", violations);
        return violations;
    }

    private static void addTooLong(List<Field> fields, JsonNode object, String pointer, List<Violation> violations) {
        for (Field field : fields) {
            JsonNode list = object.path(field.name());
            String at = pointer + "/" + field.name();
            if (field.isList()) {
                tooLong(field, list, at).ifPresent(violations::add);
            }
            if (field.isList() && field.parts().stream().anyMatch(Field::isList)) {
                for (int i = 0; i < list.size(); i++) {
                    addTooLong(field.parts(), list.get(i), at + "/" + i, violations);
                }
            }
        }
    }

    private static Optional<Violation> tooLong(Field field, JsonNode list, String pointer) {
        if (list.size() > field.maxElements()) {
            return Optional.of(Violation.at(pointer, "too-many", String.valueOf(field.maxElements())));
        }
        int characters = 0;
        for (JsonNode element : list) {
            characters += element.isTextual() ? element.textValue().length() : 0;
        }
        return characters > field.maxTotalLength()
                ? Optional.of(Violation.at(pointer, "too-long-together", String.valueOf(field.maxTotalLength())))
                : Optional.empty();
    }

    private ObjectNode object(List<Field> fields, ObjectNode input, JsonNode stored, String pointer) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            String name = field.name();
            read.set(name, value(field, input.get(name), stored.path(name), pointer + "/" + name));
        }
        rejectUnknown(fields, input, pointer);
        return read;
    }

    private void rejectUnknown(List<Field> fields, ObjectNode input, String pointer) {
        List<String> known = fields.stream().map(Field::name).toList();
        for (Iterator<String> names = input.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                violations.add(Violation.at(pointer + "/" + escape(name), "unknown-property")
                        .suggesting(DidYouMean.nearest(name, known).orElse(null)));
            }
        }
    }

    private JsonNode value(Field field, JsonNode value, JsonNode stored, String pointer) {
        if (value == null || value.isNull()) {
            return missing(field, pointer);
        }
        return switch (field.shape()) {
            case VALUE -> values.read(field, value, value.equals(stored), pointer);
            case VALUES -> list(field, value, stored, pointer);
            case OBJECT -> part(field, value, stored, pointer);
            case OBJECTS -> list(field, value, stored, pointer);
        };
    }

    private JsonNode missing(Field field, String pointer) {
        if (field.isList()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (field.isComposed() && field.isNonNull()) {
            return object(field.parts(), JsonNodeFactory.instance.objectNode(), MISSING, pointer);
        }
        if (field.isNonNull()) {
            violations.add(Violation.at(pointer, "required"));
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private JsonNode part(Field field, JsonNode value, JsonNode stored, String pointer) {
        if (!(value instanceof ObjectNode object)) {
            return reject(pointer, "object");
        }
        return object(field.parts(), object, stored, pointer);
    }

    private JsonNode list(Field field, JsonNode value, JsonNode stored, String pointer) {
        if (!value.isArray()) {
            return reject(pointer, "array");
        }
        Optional<Violation> tooLong = tooLong(field, value, pointer);
        if (tooLong.isPresent()) {
            violations.add(tooLong.get());
            return JsonNodeFactory.instance.arrayNode();
        }
        ArrayNode read = JsonNodeFactory.instance.arrayNode();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            String at = pointer + "/" + i;
            JsonNode repeated = repeated(stored, value.get(i));
            JsonNode element = field.isComposed()
                    ? part(field, value.get(i), repeated, at)
                    : element(field, value.get(i), repeated, at);
            if (field.isComposed() && isEmpty(field, value.get(i))) {
                violations.add(Violation.at(at, "empty-value"));
            }
            if (!field.isComposed() && !element.isNull() && !seen.add(element.asText())) {
                violations.add(Violation.at(at, "repeated-value", element.asText()));
            }
            read.add(element);
        }
        return read;
    }

    /**
     * Returns whether an element has no value at all, which Hibernate would read as no element. Where a part is required,
     * that is a violation of its own.
     */
    private static boolean isEmpty(Field field, JsonNode element) {
        return element.isObject()
                && field.parts().stream().noneMatch(Field::isNonNull)
                && StreamSupport.stream(element.spliterator(), false).allMatch(JsonNode::isNull);
    }

    /** Returns the stored element that the input repeats; elements may have moved. */
    private static JsonNode repeated(JsonNode stored, JsonNode element) {
        for (JsonNode each : stored) {
            if (each.equals(element)) {
                return each;
            }
        }
        return MISSING;
    }

    private JsonNode element(Field field, JsonNode value, JsonNode stored, String pointer) {
        if (value.isNull()) {
            violations.add(Violation.at(pointer, "required"));
            return value;
        }
        return values.read(field, value, value.equals(stored), pointer);
    }

    private JsonNode reject(String pointer, String expected) {
        violations.add(Violation.at(pointer, "wrong-type", expected));
        return JsonNodeFactory.instance.nullNode();
    }

    /** Escapes a name (RFC 6901, section 3). */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
