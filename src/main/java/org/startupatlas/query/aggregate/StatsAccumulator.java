package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Accumulates exact statistics of one number over groups of records. */
public final class StatsAccumulator {

    /** An average may have infinitely many digits; it is rounded to the scale of the columns for money. */
    private static final int AVERAGE_SCALE = 6;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final TreeMap<BigDecimal, Long> counts = new TreeMap<>();
    private long count;
    private BigDecimal sum;
    private BigDecimal min;
    private BigDecimal max;

    /** Adds a group. For a median, all records of the group must have the same number. */
    void add(NumericStats stats) {
        if (stats.count() == 0) {
            return;
        }
        sum = count == 0 ? stats.sum() : sum.add(stats.sum());
        min = count == 0 ? stats.min() : min.min(stats.min());
        max = count == 0 ? stats.max() : max.max(stats.max());
        count += stats.count();
        counts.merge(stats.min(), stats.count(), Long::sum);
    }

    BigDecimal sum() {
        return count == 0 ? null : plain(sum);
    }

    BigDecimal min() {
        return count == 0 ? null : plain(min);
    }

    BigDecimal max() {
        return count == 0 ? null : plain(max);
    }

    BigDecimal average() {
        return count == 0 ? null : plain(sum.divide(BigDecimal.valueOf(count), AVERAGE_SCALE, RoundingMode.HALF_UP));
    }

    /** Returns the median; of an even count, the mean of the two middle numbers. */
    BigDecimal median() {
        return count == 0
                ? null
                : plain(valueAt((count - 1) / 2).add(valueAt(count / 2)).divide(TWO));
    }

    /** Returns the number at an index of the sorted numbers. */
    private BigDecimal valueAt(long index) {
        long cumulated = 0;
        for (Map.Entry<BigDecimal, Long> entry : counts.entrySet()) {
            cumulated += entry.getValue();
            if (cumulated > index) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no number at " + index + " of " + count);
    }

    /** Returns a number without trailing zeros, which come from the column's scale, and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
