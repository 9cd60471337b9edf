package org.startupatlas.dbcopy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of a database.
 *
 * @param columns the names of the columns, without generated ones
 */
record Table(String name, List<String> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** Returns the name as a quoted SQL identifier. */
    String quoted() {
        return quoted(name);
    }

    /** Returns the columns as a list of quoted SQL identifiers. */
    String quotedColumns() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
