package org.startupatlas.network.opportunity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes days as a calendar (RFC 5545). A date that is not exact is an event of all days that it can mean. */
final class Calendar {

    static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

    /** The maximum number of bytes of a line, without its end. */
    private static final int MAX_LINE_BYTES = 75;

    /** The last year that a date can have: years have four digits. */
    private static final int MAX_YEAR = 9_999;

    private final StringBuilder out = new StringBuilder();
    private int lineBytes;

    private Calendar() {}

    /**
     * Returns a calendar.
     *
     * @param day the day on which it is right
     */
    static byte[] bytes(List<Dated> dates, String title, LocalDate day) {
        Calendar calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Startup Atlas//Opportunities//EN");
        calendar.line("X-WR-CALNAME:" + escape(title));
        dates.forEach(dated -> calendar.event(dated, day));
        calendar.line("END:VCALENDAR");
        return calendar.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(Dated dated, LocalDate day) {
        line("BEGIN:VEVENT");
        line("UID:" + dated.id() + "@startupatlas.org");
        line("DTSTAMP:" + basic(day) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + basic(dated.date().first()));
        // The end is exclusive; without one, an event has one day.
        LocalDate end = dated.date().last().plusDays(1);
        if (end.getYear() <= MAX_YEAR) {
            line("DTEND;VALUE=DATE:" + basic(end));
        }
        line("SUMMARY:" + escape(dated.summary()));
        if (!dated.description().isEmpty()) {
            line("DESCRIPTION:" + escape(dated.description()));
        }
        if (dated.website() != null) {
            line("URL:" + dated.website());
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String basic(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Writes a line, folded between characters. */
    private void line(String text) {
        lineBytes = 0;
        text.codePoints().forEach(this::character);
        out.append("\r\n");
    }

    private void character(int codePoint) {
        String character = Character.toString(codePoint);
        int bytes = character.getBytes(StandardCharsets.UTF_8).length;
        if (lineBytes + bytes > MAX_LINE_BYTES) {
            out.append("\r\n ");
            lineBytes = 1;
        }
        out.append(character);
        lineBytes += bytes;
    }
}
