package org.startupatlas.explore.svg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Places the ticks of an axis at multiples of 1, 2 or 5 times a power of ten. */
final class Ticks {
    private Ticks() {}

    /**
     * Returns ascending ticks that enclose an interval, at least two.
     *
     * @param count about how many steps there are
     * @param isWhole whether the ticks are whole numbers
     */
    static List<Double> enclosing(double min, double max, int count, boolean isWhole) {
        BigDecimal step = step(min, max, count, isWhole);
        long first = (long) Math.floor(min / step.doubleValue());
        long last = (long) Math.ceil(max / step.doubleValue());
        return multiples(step, first, Math.max(last, first + 1));
    }

    /** Returns the ascending whole ticks inside an interval, at least one if the interval is as long as 1. */
    static List<Double> within(double min, double max, int count) {
        BigDecimal step = step(min, max, count, true);
        long first = (long) Math.ceil(min / step.doubleValue());
        long last = (long) Math.floor(max / step.doubleValue());
        return multiples(step, first, last);
    }

    /** The least step of 1, 2 or 5 times a power of ten of which {@code count} are as long as the interval. */
    private static BigDecimal step(double min, double max, int count, boolean isWhole) {
        double least = (max - min) / count;
        if (isWhole) {
            least = Math.max(least, 1);
        } else if (least == 0) {
            least = 1;
        }
        int exponent = (int) Math.floor(Math.log10(least));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= least) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    /** Multiples in decimal arithmetic: 3 times 0.1 is 0.3. */
    private static List<Double> multiples(BigDecimal step, long first, long last) {
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
        }
        return ticks;
    }
}
