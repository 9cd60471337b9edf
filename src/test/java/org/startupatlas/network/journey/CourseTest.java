package org.startupatlas.network.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.network.journey.Course.Occurrence;
import org.startupatlas.record.PartialDate;

/** Tests what partial dates decide of a window, and the laws that all outcomes obey. */
class CourseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static final int CASES = 20_000;

    private static Span span(String text) {
        return Span.of(PartialDate.ofNullable(text));
    }

    private static Course course(String start, String occurrence, boolean canRepeat, String absentUntil) {
        return new Course(
                span(start),
                occurrence == null ? List.of() : List.of(new Occurrence(span(occurrence), true, null)),
                canRepeat,
                absentUntil == null ? null : LocalDate.parse(absentUntil));
    }

    @ParameterizedTest
    @CsvSource({
        // On the first day of the window, on its last, on the day after it, and on the day before it.
        "2024-01-15, 2024-01-15, REACHED",
        "2024-01-15, 2025-01-15, REACHED",
        "2024-01-15, 2025-01-16, UNKNOWN",
        "2024-01-15, 2024-01-14, BEFORE",
        // Twelve months after a 29 February end on the 28th.
        "2024-02-29, 2025-02-28, REACHED",
        "2024-02-29, 2025-03-01, UNKNOWN",
        // The year may be that before or that of the start: 2024 has days on both sides of 15 January.
        "2024-01-15, 2024, UNKNOWN",
        "2024-01-01, 2024, REACHED",
        // If it began on 31 December 2023, all of 2024 is within; if on 1 January 2023, only 1 January 2024.
        "2023, 2024, UNKNOWN",
        "2023, 2024-01-01, REACHED",
        "2023, 2024-01-02, UNKNOWN",
        "2023, 2023, UNKNOWN",
        "2023, 2022, BEFORE",
        // January 2025 ends after the window of 15 January 2024, December 2024 does not.
        "2024-01-15, 2025-01, UNKNOWN",
        "2024-01-15, 2024-12, REACHED",
        "2024-01-15, 2024-Q1, UNKNOWN",
        "2024-01-15, 2024-Q2, REACHED",
        // Nothing is known of one of the two.
        ", 2024, UNKNOWN",
        "2024, , UNKNOWN",
    })
    void twelveMonthsHoldTheirFirstAndTheirLastDay(String start, String occurrence, Outcome expected) {
        assertEquals(expected, course(start, occurrence, false, null).outcome(12, TODAY));
        assertEquals(expected, course(start, occurrence, true, null).outcome(12, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        // The window of 30 November 2025 is open on its last day, 30 November 2026, and has passed on the next.
        "2025-11-30, 2026-11-30, NOT_YET",
        "2025-11-30, 2026-12-01, UNKNOWN",
        // Begun some day of 2025: on 1 January 2026 no window has passed; on 2 January that of 1 January 2025 may have.
        "2025, 2026-01-01, NOT_YET",
        "2025, 2026-01-02, UNKNOWN",
        "2027, 2026-11-30, NOT_YET",
    })
    void windowThatMayBeOpenIsNotDecided(String start, LocalDate day, Outcome expected) {
        assertEquals(expected, course(start, null, false, null).outcome(12, day));
    }

    @ParameterizedTest
    @CsvSource({
        // Known to be absent on the last day of the window, it may still have happened on that day.
        "2024-01-15, 2025-01-15, UNKNOWN",
        "2024-01-15, 2025-01-16, NOT_REACHED",
        "2024, 2025-12-31, UNKNOWN",
        "2024, 2026-01-01, NOT_REACHED",
    })
    void absenceAfterTheWindowDecides(String start, String absentUntil, Outcome expected) {
        assertEquals(expected, course(start, null, false, absentUntil).outcome(12, TODAY));
    }

    @Test
    void whatHappensAfterTheDayHasNotHappened() {
        Course course = course("2026-06-01", "2026-12-15", true, null);
        assertEquals(Outcome.NOT_YET, course.outcome(12, TODAY));
        assertEquals(Outcome.REACHED, course.outcome(12, LocalDate.of(2026, 12, 15)));
    }

    @Test
    void onlyWhatCanBeRepeatedIsReachedAgain() {
        List<Occurrence> twice =
                List.of(new Occurrence(span("2022"), true, null), new Occurrence(span("2024-05"), true, null));
        assertEquals(Outcome.REACHED, new Course(span("2024-01-15"), twice, true, null).outcome(12, TODAY));
        assertEquals(Outcome.BEFORE, new Course(span("2024-01-15"), twice, false, null).outcome(12, TODAY));
    }

    @Test
    void whatIsNotCertainIsNotReached() {
        List<Occurrence> possible = List.of(new Occurrence(span("2024-05"), false, null));
        assertEquals(Outcome.UNKNOWN, new Course(span("2024-01-15"), possible, true, null).outcome(12, TODAY));
    }

    @Test
    void outcomesSumToTheCohortAndLongerWindowsReachMore() {
        Random random = new Random(23);
        int[] seen = new int[Outcome.values().length];
        for (int i = 0; i < CASES / 100; i++) {
            List<Course> cohort = IntStream.range(0, random.nextInt(100))
                    .mapToObj(member -> course(random))
                    .toList();
            LocalDate day = day(random);
            List<Figure> figures = Figure.MONTHS.stream()
                    .map(months -> Figure.of(Target.RAISED, cohort, months, day, proof -> List.of()))
                    .toList();
            for (Figure figure : figures) {
                assertEquals(
                        cohort.size(),
                        Stream.of(Outcome.values()).mapToInt(figure::count).sum());
                assertEquals(figure.count(Outcome.REACHED), figure.throughUnknown());
                assertTrue(figure.passed() >= figure.count(Outcome.NOT_REACHED));
                assertTrue(figure.startups() - figure.passed() >= figure.count(Outcome.NOT_YET));
                Stream.of(Outcome.values()).forEach(outcome -> seen[outcome.ordinal()] += figure.count(outcome));
            }
            for (int longer = 1; longer < figures.size(); longer++) {
                Figure before = figures.get(longer - 1);
                Figure after = figures.get(longer);
                assertTrue(before.count(Outcome.REACHED) <= after.count(Outcome.REACHED));
                assertTrue(before.passed() >= after.passed());
                assertTrue(before.count(Outcome.NOT_REACHED) >= after.count(Outcome.NOT_REACHED));
                assertTrue(before.count(Outcome.NOT_YET) <= after.count(Outcome.NOT_YET));
            }
        }
        for (Outcome outcome : Outcome.values()) {
            assertTrue(seen[outcome.ordinal()] > 0, outcome + " did not occur");
        }
    }

    /** An outcome that is known from partial dates stays the same, whichever day they turn out to mean. */
    @Test
    void exactDatesConfirmWhatPartialDatesDecide() {
        Random random = new Random(23);
        int decided = 0;
        for (int i = 0; i < CASES; i++) {
            Course course = course(random);
            LocalDate day = day(random);
            int months = Figure.MONTHS.get(random.nextInt(Figure.MONTHS.size()));
            Outcome outcome = course.outcome(months, day);
            if (outcome != Outcome.UNKNOWN) {
                decided++;
                assertEquals(outcome, exact(course, random).outcome(months, day), () -> course + " on " + day);
            }
        }
        assertTrue(decided > CASES / 10, "too few are decided: " + decided);
    }

    /** Of exact dates that are certain, nothing but a passed window without an occurrence is unknown. */
    @Test
    void exactDatesLeaveNothingElseUnknown() {
        Random random = new Random(23);
        for (int i = 0; i < CASES; i++) {
            Course any = exact(course(random), random);
            Course course = new Course(
                    any.start(),
                    any.occurrences().stream()
                            .map(one -> new Occurrence(one.span(), true, null))
                            .toList(),
                    any.canRepeat(),
                    null);
            LocalDate day = day(random);
            LocalDate start = course.start().first();
            boolean hasHappened = course.occurrences().stream()
                    .map(one -> one.span().first())
                    .anyMatch(when -> !when.isAfter(start.plusMonths(12)) && !when.isAfter(day));
            assertEquals(
                    !hasHappened && day.isAfter(start.plusMonths(12)),
                    course.outcome(12, day) == Outcome.UNKNOWN,
                    () -> course + " on " + day);
        }
    }

    private static Course course(Random random) {
        List<Occurrence> occurrences = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            occurrences.add(new Occurrence(span(date(random)), random.nextInt(4) > 0, null));
        }
        return new Course(
                span(date(random)), occurrences, random.nextBoolean(), random.nextBoolean() ? null : day(random));
    }

    private static Course exact(Course course, Random random) {
        return new Course(
                exact(course.start(), random),
                course.occurrences().stream()
                        .map(one -> new Occurrence(exact(one.span(), random), one.isCertain(), null))
                        .toList(),
                course.canRepeat(),
                course.absentUntil());
    }

    private static Span exact(Span span, Random random) {
        long days = span.last().toEpochDay() - span.first().toEpochDay();
        // The ends of a span are where mistakes would be.
        long offset = random.nextInt(3) == 0 ? 0 : random.nextInt(2) == 0 ? days : random.nextLong(days + 1);
        LocalDate day = span.first().plusDays(offset);
        return new Span(day, day);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(6 * 365));
    }

    /** Returns a date of any precision; null for one that is not known. */
    private static String date(Random random) {
        LocalDate day = day(random);
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> day.toString().substring(0, 4);
            case 2 -> day.toString().substring(0, 7);
            case 3 -> day.getYear() + "-Q" + (1 + random.nextInt(4));
            default -> day.toString();
        };
    }
}
