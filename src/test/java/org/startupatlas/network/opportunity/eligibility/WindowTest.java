package org.startupatlas.network.opportunity.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.query.expand.Today;
import org.startupatlas.record.PartialDate;
import org.startupatlas.testing.H2Only;

/** Tests on which days one can apply. */
@H2Only
class WindowTest {

    @ParameterizedTest
    @CsvSource({
        // opens, closes, end, day, state; empty where it is not listed
        // days
        "2026-11-01, 2026-11-30, , 2026-10-01, ",
        "2026-11-01, 2026-11-30, , 2026-10-02, AHEAD",
        "2026-11-01, 2026-11-30, , 2026-10-31, AHEAD",
        "2026-11-01, 2026-11-30, , 2026-11-01, OPEN",
        "2026-11-01, 2026-11-30, , 2026-11-30, OPEN",
        "2026-11-01, 2026-11-30, , 2026-12-01, ",
        // months at their bounds
        "2026-11, 2026-12-15, , 2026-10-31, AHEAD",
        "2026-11, 2026-12-15, , 2026-11-01, MAY_BE_OPEN",
        "2026-11, 2026-12-15, , 2026-11-29, MAY_BE_OPEN",
        "2026-11, 2026-12-15, , 2026-11-30, OPEN",
        "2026-10-01, 2026-11, , 2026-11-01, OPEN",
        "2026-10-01, 2026-11, , 2026-11-02, MAY_BE_OPEN",
        "2026-10-01, 2026-11, , 2026-11-30, MAY_BE_OPEN",
        "2026-10-01, 2026-11, , 2026-12-01, ",
        "2026-11, 2026-11, , 2026-11-15, MAY_BE_OPEN",
        "2026, 2026, , 2026-06-01, MAY_BE_OPEN",
        // one of them is not known
        ", 2026-11-30, , 2025-11-29, ",
        ", 2026-11-30, , 2025-11-30, MAY_BE_OPEN",
        ", 2026-11, , 2025-10-31, ",
        ", 2026-11, , 2025-11-01, MAY_BE_OPEN",
        ", 2026-11-30, , 2026-11-30, MAY_BE_OPEN",
        ", 2026-11-30, , 2026-12-01, ",
        "2026-11-01, , , 2026-10-31, AHEAD",
        "2026-11-01, , , 2026-11-01, MAY_BE_OPEN",
        "2026-11-01, , , 2027-11-01, MAY_BE_OPEN",
        "2026-11-01, , , 2027-11-02, ",
        "2026-11-01, , 2026-12, 2026-12-31, MAY_BE_OPEN",
        "2026-11-01, , 2026-12, 2027-01-01, ",
        ", , 2026-12, 2026-11-01, ",
    })
    void windowHasAState(String opens, String closes, String end, LocalDate day, Window.State expected) {
        assertEquals(expected, window(opens, closes, end).state(day, 30).orElse(null));
    }

    @Test
    void openingIsWithinTheDays() {
        Window window = window("2026-12-10", "2027-01-10", null);
        LocalDate day = LocalDate.of(2026, 11, 30);
        assertNull(window.state(day, 0).orElse(null));
        assertNull(window.state(day, 9).orElse(null));
        assertEquals(Window.State.AHEAD, window.state(day, 10).orElse(null));
        assertEquals(PartialDate.of("2026-12-10"), window.firstDay(day));
        assertEquals(PartialDate.of("2026-12-11"), window.firstDay(LocalDate.of(2026, 12, 11)));
        assertEquals(
                PartialDate.of("2027-01"), window("2027-01", "2027-02", null).firstDay(day));
    }

    /** Morocco is an hour ahead of UTC, except in Ramadan. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-30T22:59:59Z, 2026-11-30T23:59:59+01:00",
        "2026-11, 2026-11-30T22:59:59Z, 2026-11-30T23:59:59+01:00",
        "2026-03-01, 2026-03-01T23:59:59Z, 2026-03-01T23:59:59Z",
    })
    void isOpenUntilTheLastMomentInMorocco(String closes, Instant last, String lastMoment) {
        Window window = window("2026-01-01", closes, null);
        assertEquals(lastMoment, window.lastMoment().toString());
        assertEquals(last, window.lastMoment().toInstant());
        assertEquals(true, window.state(dayAt(last), 30).isPresent());
        assertEquals(false, window.state(dayAt(last.plusSeconds(1)), 30).isPresent());
    }

    private static LocalDate dayAt(Instant instant) {
        return new Today(Clock.fixed(instant, Today.MOROCCO)) {}.day();
    }

    private static Window window(String opens, String closes, String end) {
        return new Window(PartialDate.ofNullable(opens), PartialDate.ofNullable(closes), PartialDate.ofNullable(end));
    }
}
