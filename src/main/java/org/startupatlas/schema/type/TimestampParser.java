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

/**
 * Parses timestamps in parameters: RFC 3339 with any number of fraction digits, or a date, which means its start in
 * UTC.
 */
final class TimestampParser {

    /** The offset may begin with a space: clients leave its plus sign unescaped, and it arrives as a space. */
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[Tt](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?(?:[Zz]|([ +-]\\d{2}:\\d{2})))?");

    private static final int MILLISECOND_DIGITS = 3;

    /** Represents every time between two milliseconds. */
    private static final int HALF_MILLISECOND_MICROS = 500;

    private TimestampParser() {}

    /**
     * Returns the time that a text denotes; empty if it is not a valid timestamp. Stored times are whole milliseconds,
     * so every time between two of them is replaced by the middle: it compares to all stored times in the same way and
     * equals none of them.
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
        } catch (DateTimeException invalidTime) {
            return Optional.empty();
        }
    }

    private static long microseconds(String fraction) {
        if (fraction == null) {
            return 0;
        }
        String padded = fraction + "0".repeat(MILLISECOND_DIGITS);
        long milliseconds = Long.parseLong(padded.substring(0, MILLISECOND_DIGITS));
        boolean isBetween = padded.substring(MILLISECOND_DIGITS).chars().anyMatch(digit -> digit != '0');
        return milliseconds * 1_000 + (isBetween ? HALF_MILLISECOND_MICROS : 0);
    }
}
