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
 * Understands dates as people and their spreadsheets write them in French, Arabic and English. The day stands before the
 * month, as in Morocco and France, unless there is no such month: {@code 03/04/2020} is in April, {@code 04/25/2020}
 * too. Years of two digits may be of two centuries and are not understood.
 */
final class DateParser {

    /** No date is longer, in any of the languages. */
    private static final int MAX_LENGTH = 64;

    /** The months, each in French, in English, and in Arabic as in Morocco and elsewhere. */
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

    private static final Map<String, String> NUMBER_OF_MONTH = numbers();

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

    /** As spreadsheets write a day; a zone would make it doubtful which day it was, unless it is midnight's own. */
    private static final Pattern DAY_WITH_TIME = Pattern.compile(
            "(?<day>\\d{4}-\\d{2}-\\d{2})[t ](?:00:00(?::00(?:\\.0+)?)?z?|\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)");

    /** A year in a column of decimal numbers. */
    private static final Pattern YEAR_AS_DECIMAL = Pattern.compile("(?<year>\\d{4})[.,]0");

    private DateParser() {}

    /** The date of a text, as the API writes it; empty where the text is none. */
    static Optional<String> read(String text) {
        String plain = text.strip();
        if (PartialDate.parse(plain).isPresent()) {
            return Optional.of(plain);
        }
        if (plain.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = Folding.fold(NumberParser.asciiDigits(plain));
        return Stream.of(
                        Optional.of(folded.toUpperCase(Locale.ROOT)),
                        matched(YEAR_AS_DECIMAL, folded).map(date -> date.group("year")),
                        matched(DAY_WITH_TIME, folded).map(date -> date.group("day")),
                        matched(DAY_MONTH_YEAR, folded).map(DateParser::dayFirst),
                        matched(YEAR_MONTH_DAY, folded)
                                .map(date -> day(date.group("year"), date.group("month"), date.group("day"))),
                        matched(MONTH_YEAR, folded).map(date -> month(date.group("year"), date.group("month"))),
                        matched(YEAR_MONTH, folded).map(date -> month(date.group("year"), date.group("month"))),
                        matched(DAY_WORD_YEAR, folded).flatMap(DateParser::named),
                        matched(WORD_DAY_YEAR, folded).flatMap(DateParser::named))
                .flatMap(Optional::stream)
                .filter(date -> PartialDate.parse(date).isPresent())
                .findFirst();
    }

    private static Optional<Matcher> matched(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static String dayFirst(Matcher date) {
        boolean monthIsFirst = Integer.parseInt(date.group("second")) > 12;
        return monthIsFirst
                ? day(date.group("year"), date.group("first"), date.group("second"))
                : day(date.group("year"), date.group("second"), date.group("first"));
    }

    private static Optional<String> named(Matcher date) {
        return Optional.ofNullable(NUMBER_OF_MONTH.get(date.group("word")))
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

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new HashMap<>();
        String[] months = MONTHS.strip().split("\n");
        for (int i = 0; i < months.length; i++) {
            for (String name : months[i].split(" ")) {
                numbers.put(Folding.fold(name), String.valueOf(i + 1));
            }
        }
        return numbers;
    }
}
