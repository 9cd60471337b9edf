package org.startupatlas.query;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.ResourceSchema;

/**
 * Which changes are asked for.
 *
 * @param resource of whose records, or empty for all
 * @param condition what a record must satisfy before or after a change
 * @param by the public ids of the keys that wrote them; empty for all
 * @param ops what happened to the records; empty for all
 */
public record ChangeFilter(Optional<ResourceSchema> resource, Condition condition, List<String> by, List<String> ops) {

    public ChangeFilter {
        by = List.copyOf(by);
        ops = List.copyOf(ops);
    }

    /** All changes of a resource, or of all. */
    public static ChangeFilter of(Optional<ResourceSchema> resource, Condition condition) {
        return new ChangeFilter(resource, condition, List.of(), List.of());
    }

    /** Whether only some records' changes are asked for. */
    public boolean hasCondition() {
        return !condition.equals(Condition.ALWAYS);
    }

    /** Whether changes have to be looked at one by one. */
    public boolean isSelective() {
        return hasCondition() || !by.isEmpty() || !ops.isEmpty();
    }

    /** Whether a key's changes are asked for; nobody's are not where some key's are. */
    public boolean matchesKey(String key) {
        return by.isEmpty() || key != null && by.contains(key);
    }

    /** Whether changes of that kind are asked for. */
    public boolean matchesOp(String op) {
        return ops.isEmpty() || ops.contains(op);
    }
}
