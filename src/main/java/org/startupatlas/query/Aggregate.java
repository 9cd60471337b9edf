package org.startupatlas.query;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** What is told of a number of several records together; of records that all lack it, null. */
public enum Aggregate {
    SUM(Spread::sum),
    AVG(Spread::average),
    MEDIAN(Spread::median),
    MIN(Spread::least),
    MAX(Spread::greatest);

    private final Function<Spread, BigDecimal> figure;

    Aggregate(Function<Spread, BigDecimal> figure) {
        this.figure = figure;
    }

    /** As requests write it, behind the number's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    BigDecimal of(Spread spread) {
        return figure.apply(spread);
    }
}
