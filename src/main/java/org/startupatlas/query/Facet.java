package org.startupatlas.query;

/**
 * A field whose values are to be counted over a list, so that a sidebar can offer the alternatives: what was asked of
 * the field itself does not count.
 *
 * @param path the field, a column of the records' own table
 * @param condition what the counted records satisfy
 */
public record Facet(Path path, Condition condition) {

    /** Whether the values of what is at that path can be counted: they are few, and the record's own. */
    static boolean isPossible(Path path) {
        Field field = path.field();
        boolean few = field.vocabulary() != null || field.type() == ValueTypes.BOOLEAN;
        return few && path.steps().isEmpty();
    }

    /** The dotted name of the field. */
    public String name() {
        return path.name();
    }

    /** The vocabulary of its values; null where they are no codes. */
    public String vocabulary() {
        return path.field().vocabulary();
    }
}
