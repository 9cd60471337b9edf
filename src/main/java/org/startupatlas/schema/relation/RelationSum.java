package org.startupatlas.schema.relation;

/**
 * A sum over the records of a relation, returned when {@code expand} requests it. Numbers are summed only among records
 * that agree in the fields that group sums (SchemaRegistry.sumGroupings).
 *
 * @param name the name in {@code expand} and under {@code expanded}
 * @param relation the relation whose records are summed
 * @param sum the dotted name of the field that is summed
 * @param description one sentence for the documentation
 */
public record RelationSum(String name, String relation, String sum, String description) {}
