package org.startupatlas.imports.cell.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers by which spreadsheets count days: 44270 is 2021-03-15. */
final class DayNumbers {

    /** The day before the first one, moved by a day because spreadsheets count the 29th of February 1900, which was none. */
    private static final LocalDate ORIGIN = LocalDate.of(1899, 12, 30);

    /** From 1927 to 2099: all of five digits, and no year among them. */
    private static final int MIN = 10_000;

    private static final int MAX = 73_050;

    /** The time of day is behind the point. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");

    private DayNumbers() {}

    /** Returns the day in the notation of the API; empty if the text is not such a number. */
    static Optional<String> read(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(number.group(1));
        return day < MIN || day > MAX
                ? Optional.empty()
                : Optional.of(ORIGIN.plusDays(day).toString());
    }
}
