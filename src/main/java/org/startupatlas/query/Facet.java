package org.startupatlas.query;

/**
 * A field whose values are to be counted over a list, so that a sidebar can offer the alternatives: what was asked of
 * the field itself does not count.
 *
 * @param path the field: a column of the records' own table, or a list of plain values
 * @param condition what the counted records satisfy
 */
public record Facet(Path path, Condition condition) {

    /** Whether the values of what is at that path can be counted: they are few, and the record's own. */
    static boolean isPossible(Path path) {
        Field field = path.field();
        boolean few = field.vocabulary() != null || field.type() == ValueTypes.BOOLEAN;
        return few && (path.steps().isEmpty() || isListApart(path));
    }

    /** Whether the values are a list in a table of its own. */
    private static boolean isListApart(Path path) {
        return path.field().shape() == Field.Shape.VALUES && path.isOwn();
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
