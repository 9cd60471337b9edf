package org.startupatlas.query;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.ResourceSchema;

/**
 * The filter of a request for changes.
 *
 * @param resource the resource of the records, or empty for all
 * @param condition the condition that a record must satisfy before or after the change
 * @param by the public ids of the keys that wrote the changes; empty for all
 * @param ops the operations; empty for all
 */
public record ChangeFilter(Optional<ResourceSchema> resource, Condition condition, List<String> by, List<String> ops) {

    public ChangeFilter {
        by = List.copyOf(by);
        ops = List.copyOf(ops);
    }

    /**
     * Returns a filter for the changes of a resource, or of all resources, without restriction by key and operation.
     */
    public static ChangeFilter of(Optional<ResourceSchema> resource, Condition condition) {
        return new ChangeFilter(resource, condition, List.of(), List.of());
    }

    /** Returns whether only the changes of some records match. */
    public boolean hasCondition() {
        return !condition.equals(Condition.ALWAYS);
    }

    /** Returns whether the filter must be evaluated for each change. */
    public boolean isSelective() {
        return hasCondition() || !by.isEmpty() || !ops.isEmpty();
    }

    /**
     * Returns whether the changes written by a key match. A null key, of changes written by no key, matches only if the
     * filter names no keys.
     */
    public boolean matchesKey(String key) {
        return by.isEmpty() || key != null && by.contains(key);
    }

    /** Returns whether changes with that operation match. */
    public boolean matchesOp(String op) {
        return ops.isEmpty() || ops.contains(op);
    }
}
