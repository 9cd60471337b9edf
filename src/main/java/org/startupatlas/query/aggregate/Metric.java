package org.startupatlas.query.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.type.Operator;

/**
 * A metric of each bucket: the count of records, or an aggregate of a measure.
 *
 * @param measure the measure, or null for the count
 * @param aggregate the aggregate, or null for the count
 */
public record Metric(Measure measure, Aggregate aggregate) {

    /** The count of records. */
    public static final Metric COUNT = new Metric(null, null);

    /** Returns the count and all aggregates of these measures. */
    static List<Metric> of(List<Measure> measures) {
        List<Metric> metrics = new ArrayList<>(List.of(COUNT));
        for (Measure measure : measures) {
            for (Aggregate aggregate : Aggregate.values()) {
                metrics.add(new Metric(measure, aggregate));
            }
        }
        return List.copyOf(metrics);
    }

    public boolean isCount() {
        return measure == null;
    }

    /** Returns the name in requests and in the buckets of responses. */
    public String name() {
        return isCount() ? "count" : measure.name() + Operator.SEPARATOR + aggregate.code();
    }

    /** Returns the dimensions by which the metric is always grouped. */
    public List<Dimension> groupings() {
        return isCount() ? List.of() : measure.groupings();
    }
}
