package org.startupatlas.imports.cell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;

/**
 * Parses dates as people and spreadsheets write them in French, Arabic and English. The day is before the month, as in
 * Morocco and France, unless there is no such month: {@code 03/04/2020} is in April, and so is {@code 04/25/2020}.
 * Two-digit years are rejected, because the century is not certain.
 */
final class DateParser {

    /** No date is longer in any of the languages. */
    private static final int MAX_LENGTH = 64;

    /** The month names, one month a line: French, English, and Arabic as used in Morocco and elsewhere. */
    private static final String MONTHS =
            """
            janvier janv january jan يناير جانفي
            fevrier fevr fev february feb فبراير فيفري
            mars march mar مارس
            avril avr april apr أبريل ابريل إبريل أفريل
            mai may ماي مايو
            juin june jun يونيو يونيه جوان
            juillet juil july jul يوليوز يوليو يوليه جويلية
            aout august aug غشت أغسطس أوت
            septembre sept september sep شتنبر سبتمبر
            octobre oct october أكتوبر اكتوبر
            novembre nov november نونبر نوفمبر
            decembre dec december دجنبر ديسمبر
            """;

    private static final Map<String, String> MONTH_NUMBERS = monthNumbers();

    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?<first>\\d{1,2})[/.-](?<second>\\d{1,2})[/.-](?<year>\\d{4})");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(?<year>\\d{4})[/.-](?<month>\\d{1,2})[/.-](?<day>\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(?<month>\\d{1,2})[/.-](?<year>\\d{4})");
    private static final Pattern YEAR_MONTH = Pattern.compile("(?<year>\\d{4})/(?<month>\\d{1,2})");
    private static final Pattern DAY_WORD_YEAR = Pattern.compile(
            "(?:(?<day>\\d{1,2})(?:er|st|nd|rd|th)?[ -])?(?:de |of )?(?<word>\\p{L}+)\\.?[ ,-]+(?<year>\\d{4})");
    private static final Pattern WORD_DAY_YEAR =
            Pattern.compile("(?<word>\\p{L}+)\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})");

    /**
     * A date with a time, as spreadsheets write it. A time zone is accepted at midnight only: else the day is
     * uncertain.
     */
    private static final Pattern DAY_WITH_TIME = Pattern.compile(
            "(?<day>\\d{4}-\\d{2}-\\d{2})[t ](?:00:00(?::00(?:\\.0+)?)?z?|\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)");

    /** A year in a column of decimal numbers. */
    private static final Pattern YEAR_AS_DECIMAL = Pattern.compile("(?<year>\\d{4})[.,]0");

    private DateParser() {}

    /** Returns a date in the notation of the API; empty if the text is not a date. */
    static Optional<String> read(String text) {
        String stripped = text.strip();
        if (PartialDate.parse(stripped).isPresent()) {
            return Optional.of(stripped);
        }
        if (stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = Folding.fold(NumberParser.asciiDigits(stripped));
        return Stream.of(
                        Optional.of(folded.toUpperCase(Locale.ROOT)),
                        match(YEAR_AS_DECIMAL, folded).map(date -> date.group("year")),
                        match(DAY_WITH_TIME, folded).map(date -> date.group("day")),
                        match(DAY_MONTH_YEAR, folded).map(DateParser::dayFirst),
                        match(YEAR_MONTH_DAY, folded)
                                .map(date -> day(date.group("year"), date.group("month"), date.group("day"))),
                        match(MONTH_YEAR, folded).map(date -> month(date.group("year"), date.group("month"))),
                        match(YEAR_MONTH, folded).map(date -> month(date.group("year"), date.group("month"))),
                        match(DAY_WORD_YEAR, folded).flatMap(DateParser::withMonthName),
                        match(WORD_DAY_YEAR, folded).flatMap(DateParser::withMonthName))
                .flatMap(Optional::stream)
                .filter(date -> PartialDate.parse(date).isPresent())
                .findFirst();
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static String dayFirst(Matcher date) {
        boolean monthIsFirst = Integer.parseInt(date.group("second")) > 12;
        return monthIsFirst
                ? day(date.group("year"), date.group("first"), date.group("second"))
                : day(date.group("year"), date.group("second"), date.group("first"));
    }

    private static Optional<String> withMonthName(Matcher date) {
        return Optional.ofNullable(MONTH_NUMBERS.get(date.group("word")))
                .map(month -> date.group("day") == null
                        ? month(date.group("year"), month)
                        : day(date.group("year"), month, date.group("day")));
    }

    private static String month(String year, String month) {
        return year + "-" + twoDigits(month);
    }

    private static String day(String year, String month, String day) {
        return month(year, month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static Map<String, String> monthNumbers() {
        Map<String, String> monthNumbers = new HashMap<>();
        String[] months = MONTHS.strip().split("\n");
        for (int i = 0; i < months.length; i++) {
            for (String name : months[i].split(" ")) {
                monthNumbers.put(Folding.fold(name), String.valueOf(i + 1));
            }
        }
        return monthNumbers;
    }
}
