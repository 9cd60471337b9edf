package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** One number of several records, exactly. */
public final class StatsAccumulator {

    /** An average need not end; it has the digits of the columns that money is in. */
    private static final int AVERAGE_SCALE = 6;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final TreeMap<BigDecimal, Long> counts = new TreeMap<>();
    private long count;
    private BigDecimal sum;
    private BigDecimal min;
    private BigDecimal max;

    /** Adds records; whoever asks for the median adds only records that have the same number. */
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
        return count == 0
                ? null
                : plain(sum.divide(BigDecimal.valueOf(count), AVERAGE_SCALE, RoundingMode.HALF_UP));
    }

    /** The number in the middle; of an even count, halfway between the two. */
    BigDecimal median() {
        return count == 0 ? null : plain(valueAt((count - 1) / 2).add(valueAt(count / 2)).divide(TWO));
    }

    /** The number at that place, the least being at 0. */
    private BigDecimal valueAt(long index) {
        long cumulated = 0;
        for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
            cumulated += each.getValue();
            if (cumulated > index) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("no number at " + index + " of " + count);
    }

    /** The column's scale is no part of a number; nor is an exponent how people write money. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
