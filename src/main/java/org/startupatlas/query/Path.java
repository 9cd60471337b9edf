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

    /** Whether the column holds several values. */
    boolean isListColumn() {
        return ValueTypes.isList(field.type());
    }
}
