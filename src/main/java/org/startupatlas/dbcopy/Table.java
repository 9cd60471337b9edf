package org.startupatlas.dbcopy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of a database.
 *
 * @param columns their names, without those that the database itself computes
 */
record Table(String name, List<String> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** Its name as SQL has it, whatever the name is. */
    String quoted() {
        return quoted(name);
    }

    /** Its columns as SQL has them, in their order. */
    String quotedColumns() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
