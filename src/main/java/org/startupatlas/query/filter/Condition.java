package org.startupatlas.query.filter;

import java.util.List;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.type.Operator;

/** The condition that a record must satisfy, as a tree that is independent of SQL. */
public sealed interface Condition {

    Condition ALWAYS = new And(List.of());

    Condition NEVER = new Not(ALWAYS);

    /** The conjunction of conditions. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * The disjunction of conditions.
     *
     * @param table the table of the records
     */
    record Or(String table, List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** The negation of a condition. A condition on a missing value is false, so its negation is true. */
    record Not(Condition condition) implements Condition {}

    /** A condition that an element or record on the other side of a join satisfies. */
    record Joined(Join join, Condition condition) implements Condition {}

    /** A comparison of the value at a path with any of several values. */
    record Comparison(FieldPath path, Operator operator, List<?> values) implements Condition {
        public Comparison {
            values = List.copyOf(values);
        }
    }

    /** The condition that there is a value at a path. */
    record Exists(FieldPath path) implements Condition {}

    /**
     * The condition that the record's id is one of several.
     *
     * @param hasCodeIds whether the ids are codes rather than UUIDs
     */
    record IdIn(List<Object> ids, boolean hasCodeIds) implements Condition {
        public IdIn {
            ids = List.copyOf(ids);
        }
    }

    default Condition and(Condition other) {
        return new And(List.of(this, other));
    }
}
