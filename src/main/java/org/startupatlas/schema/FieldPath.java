package org.startupatlas.schema;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The path from a record to a value, through joins of tables.
 *
 * @param name the dotted name in requests
 * @param joins the joins from the record's table, none for the record's own columns
 * @param field the field at the end of the path
 * @param column the column's name without the suffixes of its type
 * @param json the keys that lead to the value in the JSON of the record or, after a join, of the joined element
 */
public record FieldPath(String name, List<Join> joins, Field field, String column, List<String> json) {

    public FieldPath {
        joins = List.copyOf(joins);
        json = List.copyOf(json);
    }

    /** Returns the path prefixed with another join. */
    FieldPath prefixed(String prefix, Join join) {
        List<Join> allJoins = new ArrayList<>();
        allJoins.add(join);
        allJoins.addAll(joins);
        return new FieldPath(prefix + "." + name, allJoins, field, column, json);
    }

    /** Returns whether a record can have several values at the path. */
    boolean isMany() {
        return isListColumn() || joins.stream().anyMatch(join -> !(join instanceof Join.Reference));
    }

    /** Returns whether the value belongs to the record itself, so that no other record is needed to read it. */
    public boolean isOwn() {
        return joins.stream().allMatch(join -> join instanceof Join.Elements);
    }

    /** Returns whether lists can be sorted by the value: it is in a sortable column of the record's own table. */
    boolean isSortable() {
        return joins.isEmpty() && field.isSortable();
    }

    /**
     * Returns whether the values can be counted as a facet: they have low cardinality and belong to the record itself.
     */
    public boolean isFacetable() {
        return hasLowCardinality() && (joins.isEmpty() || isListTable());
    }

    /** Returns whether the field has low cardinality: codes of a vocabulary, or a boolean. */
    public boolean hasLowCardinality() {
        return field.vocabulary() != null || field.type() == ValueTypes.BOOLEAN;
    }

    /** Returns whether the values are a list of scalars in a table of its own. */
    private boolean isListTable() {
        return field.shape() == Field.Shape.VALUES && isOwn();
    }

    public boolean isListColumn() {
        return ValueTypes.isList(field.type());
    }
}
