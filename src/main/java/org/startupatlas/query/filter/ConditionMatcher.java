package org.startupatlas.query.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;

/** Evaluates a condition on a record's JSON without a database: the in-memory form of every operator. */
public final class ConditionMatcher {

    private ConditionMatcher() {}

    /**
     * Returns whether the record satisfies the condition.
     *
     * @throws IllegalArgumentException if the condition involves other records or a list of ids
     */
    public static boolean matches(Condition condition, JsonNode record) {
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().allMatch(each -> matches(each, record));
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(each -> matches(each, record));
        }
        if (condition instanceof Condition.Not not) {
            return !matches(not.condition(), record);
        }
        if (condition instanceof Condition.Comparison comparison) {
            FieldPath path = comparison.path();
            return path.field().type().test(comparison.operator(), valueAt(record, path.json()), comparison.values());
        }
        if (condition instanceof Condition.Exists exists) {
            return hasValue(exists.path().field(), valueAt(record, exists.path().json()));
        }
        if (condition instanceof Condition.IdIn) {
            throw new IllegalArgumentException("asks what was found, which no record alone can answer");
        }
        Condition.Joined joined = (Condition.Joined) condition;
        if (joined.join() instanceof Join.Elements elements) {
            for (JsonNode element : valueAt(record, List.of(elements.field()))) {
                if (matches(joined.condition(), element)) {
                    return true;
                }
            }
            return false;
        }
        throw new IllegalArgumentException("asks something of other records: " + joined.join());
    }

    /** Returns the value at the path of a record's own field: a scalar, or a list of them. */
    public static JsonNode valueAt(JsonNode record, FieldPath path) {
        List<String> keys = new ArrayList<>();
        path.joins().forEach(join -> keys.add(((Join.Elements) join).field()));
        keys.addAll(path.json());
        return valueAt(record, keys);
    }

    /** Returns a JSON null for a missing key: versions written before a field was added do not have it. */
    private static JsonNode valueAt(JsonNode record, List<String> keys) {
        JsonNode node = record;
        for (String key : keys) {
            node = node.path(key);
        }
        return node.isMissingNode() ? NullNode.getInstance() : node;
    }

    /** Returns whether there is a value: a list has one if it has an element, an object if one of its parts has one. */
    private static boolean hasValue(Field field, JsonNode node) {
        if (node.isArray()) {
            return !node.isEmpty();
        }
        if (node.isNull() || field.shape() != Shape.OBJECT) {
            return !node.isNull();
        }
        return field.parts().stream().anyMatch(part -> node.hasNonNull(part.name()));
    }
}
