package org.startupatlas.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long a block is going to be staged is foreseen from those before it. */
class LeadTimeTest {
    private final LeadTime lead = new LeadTime();

    @Test
    void nothingIsForeseenWhileNobodyElseWrites() {
        learn(100, 60, false);
        assertEquals(Duration.ZERO, lead.foreseen());
    }

    @Test
    void whereOthersWriteFourOfFiveBlocksAreThereInTime() {
        Random random = new Random(5);
        int inTime = 0;
        for (int block = 0; block < 2_000; block++) {
            int millis = 40 + random.nextInt(40);
            inTime += millis <= lead.foreseen().toMillis() ? 1 : 0;
            learn(1, millis, true);
        }
        assertEquals(0.8, inTime / 2_000.0, 0.03);
    }

    @Test
    void aBlockThatIsHeldUpMakesTheNextOnesWaitForAFifthOfASecondAtMost() {
        learn(1_000, 30_000, true);
        assertEquals(LeadTime.LONGEST, lead.foreseen());
        learn(150, 60, true);
        assertTrue(lead.foreseen().toMillis() <= 64, () -> "still " + lead.foreseen());
    }

    @Test
    void whatTakesNoTimeIsForeseenAsNothing() {
        learn(10, 0, true);
        assertEquals(Duration.ZERO, lead.foreseen());
    }

    private void learn(int blocks, int millis, boolean wereOvertaken) {
        for (int block = 0; block < blocks; block++) {
            lead.learn(Duration.ofMillis(millis), wereOvertaken);
        }
    }
}
