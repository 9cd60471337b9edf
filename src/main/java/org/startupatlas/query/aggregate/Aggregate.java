package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** An aggregate function of a number over several records; null if none of the records has the number. */
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

    /** Returns the suffix in requests, after the measure's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    BigDecimal of(StatsAccumulator values) {
        return function.apply(values);
    }
}
