package org.startupatlas.query;

import java.util.List;

/** One step from a record to others: into its own list, along a reference, or to the records that name it. */
sealed interface Step {

    /**
     * Into a list of the record's own.
     *
     * @param table the list's table, whose column {@code owner} is the record
     * @param field the list's name in JSON
     */
    record Into(String table, String field) implements Step {}

    /**
     * Along a reference.
     *
     * @param column the column that holds the id
     * @param table the table of what it leads to
     */
    record Along(String column, String table) implements Step {}

    /**
     * To the records of another resource that name this one.
     *
     * @param table the other resource's table
     * @param links the paths in which they name it; any is enough
     */
    record From(String table, List<Path> links) implements Step {
        public From {
            links = List.copyOf(links);
        }
    }
}
