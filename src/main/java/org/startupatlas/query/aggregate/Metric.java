package org.startupatlas.query.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.type.Operator;

/**
 * What is told of each group of records.
 *
 * @param measure the number that is told of, or null where the records are counted
 * @param aggregate what is told of the number, or null where the records are counted
 */
public record Metric(Measure measure, Aggregate aggregate) {

    /** How many records there are. */
    public static final Metric COUNT = new Metric(null, null);

    /** All that can be told of records with these numbers. */
    static List<Metric> of(List<Measure> measures) {
        List<Metric> metrics = new ArrayList<>(List.of(COUNT));
        for (Measure measure : measures) {
            for (Aggregate aggregate : Aggregate.values()) {
                metrics.add(new Metric(measure, aggregate));
            }
        }
        return List.copyOf(metrics);
    }

    /** Whether the records are counted. */
    public boolean isCount() {
        return measure == null;
    }

    /** As requests write it and rows are keyed by. */
    public String name() {
        return isCount() ? "count" : measure.name() + Operator.SEPARATOR + aggregate.code();
    }

    /** What parts the number: each of its values is a row of its own. */
    public List<Dimension> groupings() {
        return isCount() ? List.of() : measure.groupings();
    }
}
