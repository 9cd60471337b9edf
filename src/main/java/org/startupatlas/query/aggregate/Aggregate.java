package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** What is told of a number of several records together; of records that all lack it, null. */
public enum Aggregate {
    SUM(StatsAccumulator::sum),
    AVG(StatsAccumulator::average),
    MEDIAN(StatsAccumulator::median),
    MIN(StatsAccumulator::min),
    MAX(StatsAccumulator::max);

    private final Function<StatsAccumulator, BigDecimal> function;

    Aggregate(Function<StatsAccumulator, BigDecimal> function) {
        this.function = function;
    }

    /** As requests write it, behind the number's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    BigDecimal of(StatsAccumulator values) {
        return function.apply(values);
    }
}
