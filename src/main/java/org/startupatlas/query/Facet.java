package org.startupatlas.query;

import java.util.List;

/**
 * A field whose values are to be counted over a list, so that a sidebar can offer the alternatives: what was asked of
 * the field itself does not count.
 *
 * @param path the field: a column of the records' own table, or a list of plain values
 * @param condition what the counted records satisfy
 */
public record Facet(Path path, Condition condition) {

    /** Returns every facet of a resource, each over all of its records. */
    public static List<Facet> all(Register register, Declaration declaration) {
        return register.facetable(declaration).stream()
                .map(name -> new Facet(register.path(declaration, name), Condition.ALWAYS))
                .toList();
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
