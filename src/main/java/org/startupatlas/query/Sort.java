package org.startupatlas.query;

/**
 * One key of an order. Records without a value come last, both ways.
 *
 * @param path the field
 * @param descending greatest first
 */
record Sort(Path path, boolean descending) {

    /** Whether lists can be sorted by what is at that path. */
    static boolean isPossible(Path path) {
        return path.steps().isEmpty() && path.field().isSortable();
    }

    /** As requests write it. */
    String text() {
        return (descending ? "-" : "") + path.name();
    }

    /** The column that sorts. */
    String column() {
        return path.field().type().mainColumn(path.column());
    }

    boolean canBeMissing() {
        return !path.field().isAlways();
    }
}
