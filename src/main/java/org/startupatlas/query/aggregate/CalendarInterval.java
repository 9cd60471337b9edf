package org.startupatlas.query.aggregate;

import java.util.Locale;
import org.startupatlas.record.PartialDate;

/**
 * A calendar interval by which dates are grouped. Each consists of whole months, which are numbered from 0 for January
 * of the year 0.
 */
public enum CalendarInterval {
    YEAR(12, "2024"),
    QUARTER(3, "2024-Q1"),
    MONTH(1, "2024-05");

    /**
     * January of the year 1. Earlier dates would be in the year 0, which no filter accepts and databases number
     * differently.
     */
    static final int FIRST_MONTH = 12;

    private final int months;
    private final PartialDate example;

    CalendarInterval(int months, String example) {
        this.months = months;
        this.example = PartialDate.of(example);
    }

    public static CalendarInterval ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Returns an example of the interval. */
    public PartialDate example() {
        return example;
    }

    /** Returns the suffix in requests, after the field's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Formats the interval that contains the month; the texts sort by time. */
    String format(int month) {
        int year = month / 12;
        int number = month % 12 / months + 1;
        return switch (this) {
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, number);
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, number);
        };
    }

    /** Returns the SQL expression for the number of the month of a date, or of a time without a time zone. */
    static String monthOf(String date) {
        return "EXTRACT(YEAR FROM " + date + ") * 12 + EXTRACT(MONTH FROM " + date + ") - 1";
    }
}
