package org.startupatlas.query;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
public record StatsQuery(
        Declaration declaration,
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

    public StatsQuery {
        groupBy = List.copyOf(groupBy);
        metrics = List.copyOf(metrics);
    }

    /** The same, of these records only. */
    StatsQuery among(List<Object> ids) {
        Condition among = condition.and(new Condition.Among(ids, declaration.hasWordsAsIds()));
        return new StatsQuery(declaration, among, words, groupBy, metrics, language, format);
    }

    /** What tells the rows apart: what was asked for, and what money is never summed across. */
    public List<Dimension> dimensions() {
        return Stream.concat(groupBy.stream(), metrics.stream().flatMap(metric -> metric.parting().stream()))
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
    boolean tellsMedian() {
        return metrics.stream().anyMatch(metric -> metric.aggregate() == Aggregate.MEDIAN);
    }
}
