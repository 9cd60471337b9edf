package org.startupatlas.writing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A disk is calm when flushes have taken for a while what they take on it. */
class DiskCalmTest {
    private static final int ENOUGH_TO_BE_KNOWN = 200;
    private static final int QUIET_MILLIS = 40;

    private final DiskCalm disk = new DiskCalm();
    private long now = Long.MAX_VALUE - MILLISECONDS.toNanos(10); // the clock of flushes may run over

    @Test
    void aQuickDiskIsCalm() {
        know(1);
        assertTrue(isCalmAfter(1));
    }

    @Test
    void whatDelaysNobodyIsNotSlowHoweverQuickTheDiskIs() {
        know(0);
        assertTrue(isCalmAfter(5));
    }

    @Test
    void aStallIsOverWhenFlushesHaveBeenQuickForAWhile() {
        know(1);
        assertFalse(isCalmAfter(30));
        assertEquals(QUIET_MILLIS, millisUntilCalm());
    }

    @Test
    void anotherStallOfTheBurstIsWaitedForAsWell() {
        know(1);
        isCalmAfter(30);
        for (int quick = 0; quick < QUIET_MILLIS / 2; quick++) {
            assertFalse(isCalmAfter(1));
        }
        assertFalse(isCalmAfter(30));
        assertEquals(QUIET_MILLIS, millisUntilCalm());
    }

    /** It would be waited for in vain. */
    @Test
    void aDiskThatIsAlwaysSlowIsCalm() {
        know(25);
        assertTrue(isCalmAfter(25));
        assertFalse(isCalmAfter(200));
    }

    @Test
    void aDiskIsNotKnownByItsStalls() {
        know(1);
        disk.learn(MILLISECONDS.toNanos(10_000));
        assertFalse(isCalmAfter(30));
    }

    private void know(int millis) {
        for (int i = 0; i < ENOUGH_TO_BE_KNOWN; i++) {
            disk.learn(MILLISECONDS.toNanos(millis));
        }
    }

    private boolean isCalmAfter(int millis) {
        now += MILLISECONDS.toNanos(millis);
        return disk.isCalmAfter(MILLISECONDS.toNanos(millis), now);
    }

    private int millisUntilCalm() {
        int millis = 1;
        while (!isCalmAfter(1)) {
            millis++;
        }
        return millis;
    }
}
