package org.startupatlas.query.filter;

import java.util.List;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.type.Operator;

/** What a request asks of a record, as a tree that knows nothing of SQL. */
public sealed interface Condition {

    /** Holds for every record. */
    Condition ALWAYS = new All(List.of());

    /** Holds for no record. */
    Condition NEVER = new Not(ALWAYS);

    /** All of these hold. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One of these holds.
     *
     * @param table the table of the records
     */
    record Any(String table, List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** This does not hold; what cannot be said of a record without a value does not hold either. */
    record Not(Condition condition) implements Condition {}

    /** Something that the step leads to satisfies the condition. */
    record Reaches(Join join, Condition condition) implements Condition {}

    /** The value there compares so with one of these. */
    record Compares(FieldPath path, Operator operator, List<?> values) implements Condition {
        public Compares {
            values = List.copyOf(values);
        }
    }

    /** There is a value there. */
    record Exists(FieldPath path) implements Condition {}

    /**
     * The record is one of these.
     *
     * @param wordsAsIds whether the ids are words rather than UUIDs
     */
    record Among(List<Object> ids, boolean hasCodeIds) implements Condition {
        public Among {
            ids = List.copyOf(ids);
        }
    }

    /** Both hold. */
    default Condition and(Condition other) {
        return new All(List.of(this, other));
    }
}
