package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;

/** Checks the rules of a resource for a record some of whose values are invalid, as far as the others decide them. */
final class PartialRules {

    private PartialRules() {}

    /**
     * Returns the rules that the valid values break; none of fields with invalid values, since these may be the reason.
     *
     * @param record the record with null in the place of invalid values
     * @param invalid the violations of the values
     */
    static List<Violation> violations(
            RecordRepository<?, ?, ?> repository, ObjectNode record, List<Violation> invalid) {
        ObjectNode valid = withoutNullElements(record);
        if (!isComplete(repository.schema().fields(), valid)) {
            return List.of();
        }
        Set<String> fields = invalid.stream().map(PartialRules::field).collect(Collectors.toSet());
        return repository.violationsOf(repository.validated(valid)).stream()
                .filter(violation -> !fields.contains(field(violation)))
                .toList();
    }

    /** Returns the field of the record in which a violation is. */
    private static String field(Violation violation) {
        String[] steps = violation.pointer().split("/", 3);
        return steps.length < 2 ? "" : steps[1];
    }

    /** Returns a copy without the elements of lists that were invalid. */
    private static ObjectNode withoutNullElements(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), withoutNullElements(member.getValue())));
        return copy;
    }

    private static JsonNode withoutNullElements(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return withoutNullElements(object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> {
                if (!element.isNull()) {
                    copy.add(withoutNullElements(element));
                }
            });
            return copy;
        }
        return value;
    }

    /** Whether no value is missing that every record has, so that the rules can be asked at all. */
    private static boolean isComplete(List<Field> fields, JsonNode object) {
        return fields.stream().allMatch(field -> {
            JsonNode value = object.path(field.name());
            if (value.isNull() || value.isMissingNode()) {
                return !field.isNonNull();
            }
            if (!field.isComposed()) {
                return true;
            }
            return value.isArray()
                    ? value.valueStream().allMatch(element -> isComplete(field.parts(), element))
                    : isComplete(field.parts(), value);
        });
    }
}
