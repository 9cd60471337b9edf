package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is, seen from a record.
 *
 * @param name the dotted name in requests
 * @param steps the tables to go through, none for the record's own columns
 * @param field the field that is asked
 * @param column the column's name without the suffixes of its type
 * @param json the keys from the JSON of the last step's element to the value
 */
record Path(String name, List<Step> steps, Field field, String column, List<String> json) {

    Path {
        steps = List.copyOf(steps);
        json = List.copyOf(json);
    }

    /** The same path behind a further step. */
    Path behind(String prefix, Step step) {
        List<Step> longer = new ArrayList<>();
        longer.add(step);
        longer.addAll(steps);
        return new Path(prefix + "." + name, longer, field, column, json);
    }

    /** Whether a record can have several values here. */
    boolean isMany() {
        return isListColumn() || steps.stream().anyMatch(step -> !(step instanceof Step.Along));
    }

    /** Whether a record alone, without any other, tells what is here. */
    boolean isOwn() {
        return steps.stream().allMatch(step -> step instanceof Step.Into);
    }

    /** Whether lists can be sorted by the value: it is in a column of the record's own table. */
    boolean isSortable() {
        return steps.isEmpty() && field.isSortable();
    }

    /** Whether the values can be counted as a facet: they are few, and the record's own. */
    boolean isFacetable() {
        return hasFewValues() && (steps.isEmpty() || isListTable());
    }

    /** Whether the field has few possible values: codes of a vocabulary, or a boolean. */
    boolean hasFewValues() {
        return field.vocabulary() != null || field.type() == ValueTypes.BOOLEAN;
    }

    /** Whether the values are a list in a table of its own. */
    private boolean isListTable() {
        return field.shape() == Field.Shape.VALUES && isOwn();
    }

    /** Whether the column holds several values. */
    boolean isListColumn() {
        return ValueTypes.isList(field.type());
    }
}
