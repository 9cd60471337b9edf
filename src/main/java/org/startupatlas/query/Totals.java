package org.startupatlas.query;

import java.util.List;

/**
 * Sums that follow from a record's relation, asked for with {@code expand}: never across two values of
 * {@code groupBy}.
 *
 * @param name in {@code expand} and under {@code expanded}
 * @param relation the relation whose records are summed
 * @param groupBy the dotted fields that part the sums
 * @param sum the dotted field that is summed
 * @param description one sentence for the documentation
 */
public record Totals(String name, String relation, List<String> groupBy, String sum, String description) {

    public Totals {
        groupBy = List.copyOf(groupBy);
    }
}
