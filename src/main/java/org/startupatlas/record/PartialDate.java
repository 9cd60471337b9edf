package org.startupatlas.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of any precision: {@code 2020}, {@code 2020-06}, {@code 2020-06-01}, {@code 2026-Q1}, {@code 2024-H1}, or an
 * interval of two of these, {@code 2020/2025}.
 *
 * @param text the date as published, which is what clients see
 * @param first the first day it can mean
 * @param last the last day it can mean, not before {@code first}
 */
public record PartialDate(@JsonValue String text, LocalDate first, LocalDate last) {

    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4})(?:-(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<month>\\d{2})(?:-(?<day>\\d{2}))?))?");

    /**
     * Parses a stored partial date. The year 0 is allowed, because versions from before {@link #parse} rejected it must
     * stay readable.
     *
     * @throws IllegalArgumentException if the text has none of the forms, or ends before it begins
     */
    @JsonCreator
    public static PartialDate of(String text) {
        return interval(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no date such as 2020, 2020-06, 2020-06-01, 2026-Q1, 2024-H1 or 2020/2025"));
    }

    public static PartialDate ofNullable(String text) {
        return text == null ? null : of(text);
    }

    /**
     * Parses a partial date in a request. Empty if the text has none of the forms, ends before it begins, or lies in
     * the year 0, which calendars and PostgreSQL do not have and which usually stands for an unknown year.
     */
    public static Optional<PartialDate> parse(String text) {
        return interval(text).filter(date -> date.first.getYear() > 0);
    }

    private static Optional<PartialDate> interval(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return single(text);
        }
        return single(text.substring(0, slash)).flatMap(from -> single(text.substring(slash + 1))
                .filter(to -> !to.last().isBefore(from.first()))
                .map(to -> new PartialDate(text, from.first(), to.last())));
    }

    /** Returns whether every day this can mean lies within {@code period}: {@code 2024-Q1} lies within {@code 2024}. */
    public boolean liesWithin(PartialDate period) {
        return !first.isBefore(period.first) && !last.isAfter(period.last);
    }

    /** Returns whether every day this can mean is before every day that {@code other} can mean. */
    public boolean isCertainlyBefore(PartialDate other) {
        return last.isBefore(other.first);
    }

    /** Returns whether one date is certainly before another; false if either is null. */
    public static boolean isCertainlyBefore(PartialDate one, PartialDate other) {
        return one != null && other != null && one.isCertainlyBefore(other);
    }

    private static Optional<PartialDate> single(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(text, matcher));
        } catch (DateTimeException invalidDay) {
            return Optional.empty();
        }
    }

    private static PartialDate read(String text, Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group("quarter") != null) {
            return months(text, YearMonth.of(year, 3 * Integer.parseInt(matcher.group("quarter")) - 2), 3);
        }
        if (matcher.group("half") != null) {
            return months(text, YearMonth.of(year, 6 * Integer.parseInt(matcher.group("half")) - 5), 6);
        }
        if (matcher.group("month") == null) {
            return months(text, YearMonth.of(year, 1), 12);
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group("month")));
        if (matcher.group("day") == null) {
            return months(text, month, 1);
        }
        LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(matcher.group("day")));
        return new PartialDate(text, day, day);
    }

    private static PartialDate months(String text, YearMonth from, int count) {
        return new PartialDate(text, from.atDay(1), from.plusMonths(count - 1L).atEndOfMonth());
    }

    @Override
    public String toString() {
        return text;
    }
}
