package org.startupatlas.explore.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.H2Only;

/** Tests the ticks of axes. */
@H2Only
class TicksTest {
    private static final int INTERVALS = 10_000;

    @Test
    void stepsAreOneTwoOrFive() {
        assertEquals(List.of(0.0, 0.2, 0.4, 0.6, 0.8), Ticks.enclosing(0, 0.75, 5, false));
        assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0), Ticks.enclosing(0, 79, 5, true));
        assertEquals(List.of(-500.0, 0.0, 500.0, 1000.0, 1500.0), Ticks.enclosing(-300, 1_500, 5, true));
        assertEquals(List.of(0.0, 5e11, 1e12), Ticks.enclosing(0, 1e12, 3, true));
        assertEquals(List.of(2020.0, 2025.0, 2030.0), Ticks.within(2017, 2031, 4));
    }

    @Test
    void wholeNumbersHaveWholeTicks() {
        assertEquals(List.of(0.0, 1.0, 2.0), Ticks.enclosing(0, 2, 5, true));
        assertEquals(List.of(0.0, 0.5, 1.0, 1.5, 2.0), Ticks.enclosing(0, 2, 5, false));
    }

    @Test
    void intervalWithoutLengthHasTwoTicks() {
        assertEquals(List.of(0.0, 1.0), Ticks.enclosing(0, 0, 5, true));
        assertEquals(List.of(7.0, 8.0), Ticks.enclosing(7, 7, 5, false));
    }

    @Test
    void everyIntervalIsEnclosedByFewTicks() {
        Random random = new Random(7);
        for (int i = 0; i < INTERVALS; i++) {
            double size = Math.pow(10, random.nextInt(-3, 12));
            double min = random.nextGaussian() * size;
            double max = min + Math.abs(random.nextGaussian()) * size;
            List<Double> ticks = Ticks.enclosing(min, max, 5, false);
            double last = ticks.get(ticks.size() - 1);
            assertTrue(ticks.get(0) <= min && last >= max, () -> ticks + " do not enclose an interval from " + min);
            assertTrue(ticks.size() >= 2 && ticks.size() <= 8, ticks::toString);
        }
    }
}
