package org.startupatlas.schema;

/**
 * Sums that follow from a record's relation, asked for with {@code expand}: never across what the relation's records
 * declare to part them, {@link SchemaRegistry#parting}.
 *
 * @param name in {@code expand} and under {@code expanded}
 * @param relation the relation whose records are summed
 * @param sum the dotted field that is summed
 * @param description one sentence for the documentation
 */
public record RelationSum(String name, String relation, String sum, String description) {}
