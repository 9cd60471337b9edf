package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** One number of several records, exactly. */
public final class StatsAccumulator {

    /** An average need not end; it has the digits of the columns that money is in. */
    private static final int DIGITS_OF_AVERAGES = 6;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final TreeMap<BigDecimal, Long> counts = new TreeMap<>();
    private long known;
    private BigDecimal sum;
    private BigDecimal least;
    private BigDecimal greatest;

    /** Adds records; whoever asks for the median adds only records that have the same number. */
    void add(NumericStats figures) {
        if (figures.known() == 0) {
            return;
        }
        sum = known == 0 ? figures.sum() : sum.add(figures.sum());
        least = known == 0 ? figures.least() : least.min(figures.least());
        greatest = known == 0 ? figures.greatest() : greatest.max(figures.greatest());
        known += figures.known();
        counts.merge(figures.least(), figures.known(), Long::sum);
    }

    BigDecimal sum() {
        return known == 0 ? null : plain(sum);
    }

    BigDecimal least() {
        return known == 0 ? null : plain(least);
    }

    BigDecimal greatest() {
        return known == 0 ? null : plain(greatest);
    }

    BigDecimal average() {
        return known == 0
                ? null
                : plain(sum.divide(BigDecimal.valueOf(known), DIGITS_OF_AVERAGES, RoundingMode.HALF_UP));
    }

    /** The number in the middle; of an even count, halfway between the two. */
    BigDecimal median() {
        return known == 0 ? null : plain(at((known - 1) / 2).add(at(known / 2)).divide(TWO));
    }

    /** The number at that place, the least being at 0. */
    private BigDecimal at(long place) {
        long passed = 0;
        for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
            passed += each.getValue();
            if (passed > place) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("no number at " + place + " of " + known);
    }

    /** The column's scale is no part of a number; nor is an exponent how people write money. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
