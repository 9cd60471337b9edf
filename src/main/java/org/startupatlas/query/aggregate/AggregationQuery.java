package org.startupatlas.query.aggregate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A request for statistics, read and checked.
 *
 * @param declaration the resource asked
 * @param condition what a record must satisfy to count
 * @param words what a record must be found by, or null
 * @param groupBy what the records are counted by
 * @param metrics what is told of each group
 * @param language the language to show labels in, or null for none
 * @param format of the answer
 */
public record AggregationQuery(
        ResourceSchema schema,
        Condition condition,
        String words,
        List<Dimension> groupBy,
        List<Metric> metrics,
        Language language,
        Format format) {

    /** The most dimensions that records are counted by at a time: what a table shows. */
    public static final int MAX_DIMENSIONS = 2;

    /** The most rows of one answer; what has more is refused rather than cut, which would lie about the rest. */
    public static final int MAX_ROWS = 10_000;

    /** The formats that statistics can have. */
    public static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);

    public AggregationQuery {
        groupBy = List.copyOf(groupBy);
        metrics = List.copyOf(metrics);
    }

    /** The same, of these records only. */
    AggregationQuery restrictedTo(List<Object> ids) {
        Condition restricted = condition.and(new Condition.Among(ids, schema.hasWordsAsIds()));
        return new AggregationQuery(schema, restricted, words, groupBy, metrics, language, format);
    }

    /** What tells the rows apart: what was asked for, and what money is never summed across. */
    public List<Dimension> dimensions() {
        return Stream.concat(groupBy.stream(), metrics.stream().flatMap(metric -> metric.groupings().stream()))
                .distinct()
                .toList();
    }

    /** The numbers that are told of. */
    List<Measure> measures() {
        return metrics.stream()
                .map(Metric::measure)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a number in the middle is told, which follows from nothing less than all numbers. */
    boolean hasMedian() {
        return metrics.stream().anyMatch(metric -> metric.aggregate() == Aggregate.MEDIAN);
    }
}
