package org.startupatlas.schema;

import java.util.List;

/** One join from a record: into one of its own lists, along a reference, or to the records that reference it. */
public sealed interface Join {

    /** Returns the joined table. */
    String table();

    /**
     * Joins the table of one of the record's own lists.
     *
     * @param table the list's table, whose column {@code owner} holds the record's id
     * @param field the list's name in JSON
     */
    record Elements(String table, String field) implements Join {}

    /**
     * Joins the record that a column references.
     *
     * @param column the column that holds the id
     * @param table the referenced table
     */
    record Reference(String column, String table) implements Join {}

    /**
     * Joins the records of another resource that reference this one.
     *
     * @param table the other resource's table
     * @param links the paths of the references; a match on any of them is enough
     */
    record Referrers(String table, List<FieldPath> links) implements Join {
        public Referrers {
            links = List.copyOf(links);
        }
    }
}
