package org.startupatlas.query.aggregate;

import java.util.Locale;
import org.startupatlas.record.PartialDate;

/** A span of the calendar that dates are counted by. All spans are made of whole months, which are counted from zero. */
public enum CalendarInterval {
    YEAR(12, "2024"),
    QUARTER(3, "2024-Q1"),
    MONTH(1, "2024-05");

    /** January of the year 1: before it is the year 0, which no filter asks for and databases number differently. */
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

    /** One of these. */
    public PartialDate example() {
        return example;
    }

    /** As requests write it, behind the field's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The span in which the month is, written so that the order of the texts is that of time. */
    String format(int month) {
        int year = month / 12;
        int number = month % 12 / months + 1;
        return switch (this) {
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", year, number);
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, number);
        };
    }

    /** What the SQL expression of a date or a time without zone is, as the number of its month. */
    static String monthOf(String date) {
        return "EXTRACT(YEAR FROM " + date + ") * 12 + EXTRACT(MONTH FROM " + date + ") - 1";
    }
}
