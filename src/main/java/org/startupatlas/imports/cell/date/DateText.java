package org.startupatlas.imports.cell.date;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.imports.cell.number.Digits;
import org.startupatlas.record.Folding;

/**
 * The text of a date without what is beside the date itself.
 *
 * @param date the folded date in ASCII digits, without the time, the weekday and blanks around its separators
 * @param isDayUncertain whether the time is of another zone, so that it may be the next day in Morocco and in France
 */
record DateText(String date, boolean isDayUncertain) {

    /** A day and a month in numbers, in either order. Only numbers separated by points always have the day first. */
    static final Pattern DAY_AND_MONTH =
            Pattern.compile("(?<first>\\d{1,2})(?<sign>[/.-])(?<second>\\d{1,2})[/.-](?<year>\\d{4})");

    private static final Pattern TIME = Pattern.compile("(?<=\\d)(?:[ ,]+|t)(?<hour>\\d{1,2})[:h]\\d{2}"
            + "(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]\\.?m\\.?)?"
            + " ?(?<zone>z|[a-z]{3,4}|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?)?(?:\\[[^\\]]+\\])?$");

    private static final Set<String> UNIVERSAL = Set.of("z", "utc", "gmt", "+00:00", "+0000", "+00", "-00:00");

    /** In summer, France is two hours ahead of universal time, and Morocco is one hour ahead all year. */
    private static final int FIRST_UNCERTAIN_HOUR = 22;

    private static final Pattern AROUND_SIGN = Pattern.compile("(?<=\\d) *([/.-]) *(?=\\d)");
    private static final Pattern FIRST_WORD = Pattern.compile("^(\\p{L}+)\\.?,? +");

    /** The Arabic letter that marks a year of the Gregorian calendar. */
    private static final Pattern GREGORIAN = Pattern.compile("(?<=\\d) ?م$");

    private static final Set<String> WEEKDAYS = Stream.of(
                    "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim".split(" "),
                    "monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun".split(" "),
                    "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(" "))
            .flatMap(Stream::of)
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    /** No date is longer, with its time and zone. */
    private static final int MAX_LENGTH = 128;

    static DateText of(String text) {
        if (text.length() > MAX_LENGTH) {
            return new DateText("", false);
        }
        String folded = Folding.fold(Digits.ascii(text));
        Matcher time = TIME.matcher(folded);
        boolean isUncertain = false;
        if (time.find()) {
            folded = folded.substring(0, time.start());
            isUncertain = time.group("zone") != null
                    && UNIVERSAL.contains(time.group("zone"))
                    && Integer.parseInt(time.group("hour")) >= FIRST_UNCERTAIN_HOUR;
        }
        String date = AROUND_SIGN.matcher(folded).replaceAll("$1");
        Matcher word = FIRST_WORD.matcher(date);
        // A short weekday may be a month too: "mar 2021" is in March, "mar 15/03/2021" on a Tuesday.
        if (word.find()
                && WEEKDAYS.contains(word.group(1))
                && !date.substring(word.end()).matches("\\d{4}")) {
            date = date.substring(word.end());
        }
        return new DateText(GREGORIAN.matcher(date).replaceAll(""), isUncertain);
    }
}
