package org.startupatlas.imports.file.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Converts the numbers of cells to texts that mean the same to every reader. */
final class SheetNumber {

    /** Spreadsheets show and compare fifteen digits; what is beyond comes from binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MAX_LENGTH = 40;

    /** The last day of spreadsheets, in the year 9999. */
    private static final int MAX_DAY = 2_958_465;

    private static final int SECONDS_PER_DAY = 86_400;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Excel counts 29 February 1900, a day that did not exist; days before it are one further. */
    private static final int FIRST_RIGHT_DAY = 61;

    private static final int DAYS_OF_1904 = 1_462;

    private SheetNumber() {}

    /** What a number format shows of a date. */
    enum Format {
        NUMBER,
        YEAR,
        MONTH,
        DAY
    }

    /** Returns a number without exponent and without zeros at its end; other texts as they are. */
    static String plain(String number) {
        BigDecimal parsed = parse(number);
        if (parsed == null) {
            return number;
        }
        BigDecimal rounded = parsed.round(DIGITS).stripTrailingZeros();
        String plain = rounded.toPlainString();
        // Three digits behind a point may also be thousands.
        return rounded.scale() == 3 ? plain + "0" : plain;
    }

    private static BigDecimal parse(String number) {
        try {
            BigDecimal parsed = number.length() > MAX_LENGTH ? null : new BigDecimal(number.strip());
            return parsed != null && Math.abs((long) parsed.precision() - parsed.scale()) <= MAX_LENGTH ? parsed : null;
        } catch (NumberFormatException text) {
            return null;
        }
    }

    /** Returns the day number of a spreadsheet as an ISO date as far as its format shows it. */
    static String date(String number, Format format, boolean is1904) {
        BigDecimal parsed = parse(number);
        if (parsed == null || parsed.signum() < 0 || parsed.compareTo(BigDecimal.valueOf(MAX_DAY)) > 0) {
            return plain(number);
        }
        double days = parsed.doubleValue() + (is1904 ? DAYS_OF_1904 : 0);
        if (days < 1) {
            return plain(number);
        }
        long day = (long) Math.floor(days);
        long seconds = Math.round((days - day) * SECONDS_PER_DAY);
        LocalDateTime time = DAY_ZERO.plusDays(day < FIRST_RIGHT_DAY ? day + 1 : day)
                .atStartOfDay()
                .plusSeconds(seconds);
        return switch (format) {
            case YEAR -> String.format(Locale.ROOT, "%04d", time.getYear());
            case MONTH -> time.toLocalDate().toString().substring(0, 7);
            default -> iso(time);
        };
    }

    private static String iso(LocalDateTime time) {
        return time.toLocalTime().toSecondOfDay() == 0
                ? time.toLocalDate().toString()
                : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /** Returns an ISO date and time as a date if its time is midnight; other texts as they are. */
    static String isoDate(String text) {
        try {
            return text.contains("T") ? iso(LocalDateTime.parse(text)) : text;
        } catch (DateTimeException unknown) {
            return text;
        }
    }
}
