package org.startupatlas.network.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.PartialDate;
import org.startupatlas.testing.H2Only;

/** Tests calendars by the rules of RFC 5545. */
@H2Only
class CalendarTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void eventIsOfAllDaysThatADateCanMean() {
        assertEquals(
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Startup Atlas//Opportunities//EN
                X-WR-CALNAME:Title
                BEGIN:VEVENT
                UID:one@startupatlas.org
                DTSTAMP:20261130T000000Z
                DTSTART;VALUE=DATE:20261201
                DTEND;VALUE=DATE:20270101
                SUMMARY:A\\, b\\; c\\\\d
                DESCRIPTION:first\\nsecond
                URL:https://www.example.org/
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR
                """
                        .replace("\n", "\r\n"),
                calendar(new Dated(
                        "one",
                        PartialDate.of("2026-12"),
                        "A, b; c\\d",
                        "first\nsecond",
                        "/v1/programs/one",
                        "https://www.example.org/")));
    }

    /** Registers write it for applications that never close. */
    @Test
    void lastDayOfAllYearsHasNoEnd() {
        String calendar =
                calendar(new Dated("one", PartialDate.of("9999-12-31"), "No deadline", "", "/v1/programs/one", null));
        assertTrue(calendar.contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY:No deadline\r\n"), calendar);
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        String summary = "فتح باب الترشيح ".repeat(20).strip();
        String calendar =
                calendar(new Dated("one", PartialDate.of("2026-12-01"), summary, "", "/v1/programs/one", null));
        calendar.lines().forEach(line -> assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line));
        assertTrue(calendar.replace("\r\n ", "").contains("SUMMARY:" + summary + "\r\n"));
    }

    private static String calendar(Dated dated) {
        return new String(Calendar.bytes(List.of(dated), "Title", DAY), StandardCharsets.UTF_8);
    }
}
