package org.startupatlas.schema.relation;

import java.util.List;

/**
 * A facet of related records, returned when {@code expand} requests it: the codes of a field that is the same in several
 * relations, each with the number of records of each relation that have it.
 *
 * @param name the name in {@code expand} and under {@code expanded}
 * @param relations the relations whose records are counted
 * @param field the name of a field with a list of codes, in the records of each relation
 * @param description one sentence for the documentation
 */
public record RelationFacet(String name, List<String> relations, String field, String description) {

    public RelationFacet {
        relations = List.copyOf(relations);
    }
}
