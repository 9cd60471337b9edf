package org.startupatlas.schema.type;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as clients write them: RFC 3339 with any number of fraction digits, or a date, its first moment in UTC. */
final class TimestampParser {

    /** Clients leave the plus of an offset unescaped, and it arrives as a space. */
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[Tt](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?(?:[Zz]|([ +-]\\d{2}:\\d{2})))?");

    private static final int DIGITS_OF_MILLISECONDS = 3;

    /** Stands for every time between two milliseconds. */
    private static final int HALF_A_MILLISECOND_IN_MICROSECONDS = 500;

    private TimestampParser() {}

    /**
     * The time that a text names. Stored times are whole milliseconds, so every time between two of them is read as the
     * one in the middle: it is before and after the same stored times, and equals none of them.
     */
    static Optional<Instant> parse(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(parts.group(1));
            if (parts.group(2) == null) {
                return Optional.of(date.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String offset = parts.group(4);
            Instant second = LocalTime.parse(parts.group(2))
                    .atDate(date)
                    .toInstant(offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset.replace(' ', '+')));
            return Optional.of(second.plus(microseconds(parts.group(3)), ChronoUnit.MICROS));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static long microseconds(String fraction) {
        if (fraction == null) {
            return 0;
        }
        String padded = fraction + "0".repeat(DIGITS_OF_MILLISECONDS);
        long milliseconds = Long.parseLong(padded.substring(0, DIGITS_OF_MILLISECONDS));
        boolean isBetween = padded.substring(DIGITS_OF_MILLISECONDS).chars().anyMatch(digit -> digit != '0');
        return milliseconds * 1_000 + (isBetween ? HALF_A_MILLISECOND_IN_MICROSECONDS : 0);
    }
}
