package org.startupatlas.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Numbers and their statistics.
 *
 * @param sorted the numbers, in ascending order
 */
record Sample(List<BigDecimal> sorted) {
    static Sample of(List<BigDecimal> numbers) {
        return new Sample(numbers.stream().sorted().toList());
    }

    /** Asserts that a row has all statistics of the numbers under a name. */
    void assertIn(Map<String, Object> row, String name) {
        boolean none = sorted.isEmpty();
        assertNumber(none ? null : sum(), row, name + "__sum");
        assertNumber(
                none ? null : sum().divide(BigDecimal.valueOf(sorted.size()), 6, RoundingMode.HALF_UP),
                row,
                name + "__avg");
        assertNumber(none ? null : median(), row, name + "__median");
        assertNumber(none ? null : sorted.get(0), row, name + "__min");
        assertNumber(none ? null : sorted.get(sorted.size() - 1), row, name + "__max");
    }

    private BigDecimal sum() {
        return sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }

    private static void assertNumber(BigDecimal expected, Map<String, Object> row, String column) {
        BigDecimal actual = StatsOf.number(row, column);
        boolean same = expected == null ? actual == null : actual != null && expected.compareTo(actual) == 0;
        assertEquals(true, same, () -> column + " is " + actual + ", not " + expected + ": " + row);
    }
}
