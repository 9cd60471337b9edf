package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** What is told of a number of several records together; of records that all lack it, null. */
public enum Aggregate {
    SUM(StatsAccumulator::sum),
    AVG(StatsAccumulator::average),
    MEDIAN(StatsAccumulator::median),
    MIN(StatsAccumulator::least),
    MAX(StatsAccumulator::greatest);

    private final Function<StatsAccumulator, BigDecimal> figure;

    Aggregate(Function<StatsAccumulator, BigDecimal> figure) {
        this.figure = figure;
    }

    /** As requests write it, behind the number's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    BigDecimal of(StatsAccumulator spread) {
        return figure.apply(spread);
    }
}
