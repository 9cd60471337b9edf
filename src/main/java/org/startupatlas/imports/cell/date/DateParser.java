package org.startupatlas.imports.cell.date;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.TextNormalizer;

/**
 * Parses dates as people and spreadsheets write them in French, Arabic and English. Where day and month may change
 * places, as in {@code 03/04/2020}, the other cells of the column decide; if they do not, the text is not a date.
 * Two-digit years are rejected, because the century is not certain.
 */
public final class DateParser {

    /** No date is longer in any of the languages. */
    private static final int MAX_LENGTH = 64;

    private static final String YEAR = "(?<year>\\d{4})";

    /** A part of a year: its pattern, and the form of the API that it has. */
    private record Form(Pattern pattern, Function<Matcher, Optional<String>> read) {

        static Form of(String pattern, Function<Matcher, String> read) {
            return new Form(Pattern.compile(pattern), read.andThen(Optional::of));
        }

        Optional<String> read(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.matches() ? read.apply(matcher) : Optional.empty();
        }
    }

    /** The ordinals of the quarters and halves in Arabic, by their folded words. */
    private static final Map<String, String> ORDINALS = Map.of(
            Folding.fold("الأول"), "1",
            Folding.fold("الثاني"), "2",
            Folding.fold("الثالث"), "3",
            Folding.fold("الرابع"), "4");

    /** The forms whose meaning does not depend on the column; the first that is a date is taken. */
    private static final List<Form> FORMS = List.of(
            // A year in a column of decimal numbers.
            Form.of(YEAR + "[.,]0", date -> date.group("year")),
            Form.of(YEAR + "[/.-](?<month>\\d{1,2})[/.-](?<day>\\d{1,2})", DateParser::day),
            Form.of("(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})?", DateParser::day),
            Form.of("(?<month>\\d{1,2})[/.-]" + YEAR, DateParser::month),
            Form.of(YEAR + "[/-](?<month>\\d{1,2})", DateParser::month),
            Form.of("(?:t|q|trimestre|quarter) ?(?<part>[1-4])[ /.,-]*" + YEAR, date -> part("Q", date)),
            Form.of(
                    "(?<part>[1-4]) ?(?:er|e|eme|st|nd|rd|th)? ?(?:t|q|trim\\.?|trimestre|quarter)[ /.,-]*(?:de |of )?"
                            + YEAR,
                    date -> part("Q", date)),
            Form.of(YEAR + "[ /.,-]*(?:t|q) ?(?<part>[1-4])", date -> part("Q", date)),
            Form.of("(?:s|h|semestre|half) ?(?<part>[12])[ /.,-]*" + YEAR, date -> part("H", date)),
            Form.of(
                    "(?<part>[12]) ?(?:er|e|eme|nd|st)? ?(?:s|h|sem\\.?|semestre|half)[ /.,-]*(?:de |of )?" + YEAR,
                    date -> part("H", date)),
            Form.of(YEAR + "[ /.,-]*(?:s|h) ?(?<part>[12])", date -> part("H", date)),
            new Form(Pattern.compile("الربع (?<word>\\p{L}+) (?:من )?" + YEAR), date -> ordinal("Q", date)),
            new Form(Pattern.compile("النصف (?<word>\\p{L}+) (?:من )?" + YEAR), date -> ordinal("H", date)),
            new Form(
                    Pattern.compile("(?:(?<day>\\d{1,2})(?:er|st|nd|rd|th)?[ -]+)?(?:de |of |من )?"
                            + "(?<word>\\p{L}+(?: \\p{L}+)??)\\.?[ ,-]+(?:de )?" + YEAR),
                    DateParser::withMonthName),
            new Form(
                    Pattern.compile("(?<word>\\p{L}+(?: \\p{L}+)??)\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR),
                    DateParser::withMonthName),
            new Form(
                    Pattern.compile(YEAR + "[ -](?<word>\\p{L}+)(?:[ -](?<day>\\d{1,2}))?"),
                    DateParser::withMonthName));

    private DateParser() {}

    /** Returns a date in the notation of the API; empty if the text is not a date, or may be two. */
    public static Optional<String> read(String text, DateStyle style) {
        String stripped = text.length() > 2 * MAX_LENGTH ? text : TextNormalizer.normalize(text, false);
        if (PartialDate.parse(stripped).isPresent()) {
            return Optional.of(stripped);
        }
        if (stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        DateText date = DateText.of(stripped);
        if (date.isDayUncertain()) {
            return Optional.empty();
        }
        return Stream.concat(
                        Stream.of(
                                Optional.of(date.date().toUpperCase(Locale.ROOT)),
                                style.isOfDayNumbers() ? DayNumbers.read(date.date()) : Optional.<String>empty(),
                                ofNumbers(date.date(), style)),
                        FORMS.stream().map(form -> form.read(date.date())))
                .flatMap(Optional::stream)
                .filter(read -> PartialDate.parse(read).isPresent())
                .findFirst();
    }

    /** Returns whether a text may be two days, since either of its numbers may be the month. */
    public static boolean isAmbiguous(String text) {
        Matcher date = DateText.DAY_AND_MONTH.matcher(DateText.of(text).date());
        return date.matches()
                && Integer.parseInt(date.group("first")) <= 12
                && Integer.parseInt(date.group("second")) <= 12;
    }

    /** Returns a date of a day and a month in numbers, if their order is certain. */
    private static Optional<String> ofNumbers(String text, DateStyle style) {
        Matcher date = DateText.DAY_AND_MONTH.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        String first = date.group("first");
        String second = date.group("second");
        String dayFirst = day(date.group("year"), second, first);
        String monthFirst = day(date.group("year"), first, second);
        boolean mayHaveDayFirst = Integer.parseInt(second) <= 12;
        boolean mayHaveMonthFirst = Integer.parseInt(first) <= 12;
        if (mayHaveDayFirst != mayHaveMonthFirst || dayFirst.equals(monthFirst)) {
            return Optional.of(mayHaveDayFirst ? dayFirst : monthFirst);
        }
        if (date.group("sign").equals(".")) {
            return Optional.of(dayFirst);
        }
        return style.isOrderCertain() ? Optional.of(style.hasDayFirst() ? dayFirst : monthFirst) : Optional.empty();
    }

    private static Optional<String> withMonthName(Matcher date) {
        return MonthNames.number(date.group("word"))
                .map(month -> date.group("day") == null
                        ? month(date.group("year"), month)
                        : day(date.group("year"), month, date.group("day")));
    }

    private static Optional<String> ordinal(String kind, Matcher date) {
        return Optional.ofNullable(ORDINALS.get(date.group("word")))
                .map(number -> date.group("year") + "-" + kind + number);
    }

    private static String part(String kind, Matcher date) {
        return date.group("year") + "-" + kind + date.group("part");
    }

    private static String day(Matcher date) {
        String day = date.group("day");
        return day == null ? month(date) : day(date.group("year"), date.group("month"), day);
    }

    private static String month(Matcher date) {
        return month(date.group("year"), date.group("month"));
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
}
