package org.startupatlas.schema;

import java.util.List;

/** One step from a record to others: into its own list, along a reference, or to the records that name it. */
public sealed interface Join {

    /**
     * Into a list of the record's own.
     *
     * @param table the list's table, whose column {@code owner} is the record
     * @param field the list's name in JSON
     */
    record Into(String table, String field) implements Join {}

    /**
     * Along a reference.
     *
     * @param column the column that holds the id
     * @param table the table of what it leads to
     */
    record Along(String column, String table) implements Join {}

    /**
     * To the records of another resource that name this one.
     *
     * @param table the other resource's table
     * @param links the paths in which they name it; any is enough
     */
    record From(String table, List<FieldPath> links) implements Join {
        public From {
            links = List.copyOf(links);
        }
    }
}
