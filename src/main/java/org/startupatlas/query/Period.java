package org.startupatlas.query;

import java.util.Locale;

/** A span of the calendar that dates are counted by. All spans are made of whole months, which are counted from zero. */
public enum Period {
    YEAR(12),
    QUARTER(3),
    MONTH(1);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    /** As requests write it, behind the field's name and two underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The span in which the month is, written so that the order of the texts is that of time. */
    String text(int month) {
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
