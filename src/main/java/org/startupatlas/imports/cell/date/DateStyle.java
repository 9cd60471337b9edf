package org.startupatlas.imports.cell.date;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the dates of a column are written, as far as its cells show it: {@code 31/12/2021} shows that the day is first.
 *
 * @param hasDayFirst whether a cell can only have the day before the month
 * @param hasMonthFirst whether a cell can only have the month before the day
 * @param dayNumbers how many cells are day numbers of spreadsheets
 * @param hasYears whether a cell is a year or another number
 */
public record DateStyle(boolean hasDayFirst, boolean hasMonthFirst, int dayNumbers, boolean hasYears) {

    /** No cell shows anything. */
    public static final DateStyle UNKNOWN = new DateStyle(false, false, 0, false);

    /** One number of five digits may be anything; two in a column of dates are no coincidence. */
    private static final int MIN_DAY_NUMBERS = 2;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    /** Returns the style with what a cell of the column shows besides. */
    public DateStyle with(String text) {
        String date = DateText.of(text).date();
        Matcher numeric = DateText.DAY_AND_MONTH.matcher(date);
        if (numeric.matches()) {
            int first = Integer.parseInt(numeric.group("first"));
            int second = Integer.parseInt(numeric.group("second"));
            return new DateStyle(
                    hasDayFirst || first > 12 && second <= 12,
                    hasMonthFirst || second > 12 && first <= 12,
                    dayNumbers,
                    hasYears);
        }
        if (DayNumbers.read(date).isPresent()) {
            return new DateStyle(hasDayFirst, hasMonthFirst, dayNumbers + 1, hasYears);
        }
        boolean isNumber = NUMBER.matcher(date).matches();
        return isNumber ? new DateStyle(hasDayFirst, hasMonthFirst, dayNumbers, true) : this;
    }

    /** Returns whether the column shows the order of day and month, without contradicting itself. */
    boolean isOrderCertain() {
        return hasDayFirst != hasMonthFirst;
    }

    /** Returns whether all numbers of the column are day numbers of spreadsheets. */
    boolean isOfDayNumbers() {
        return dayNumbers >= MIN_DAY_NUMBERS && !hasYears;
    }
}
