package org.startupatlas.imports.cell.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.H2Only;

/** Tests that the other cells of a column decide what an ambiguous date is. */
@H2Only
class DateStyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "03/04/2021 # 31/12/2021 # 2021-04-03",
                "03/04/2021 # 12/31/2021 # 2021-03-04",
                "03-04-2021 # 31/12/2021 00:00 # 2021-04-03",
                "03/04/2021 # 12/31/2021|31/12/2021 #",
                "12/31/2021 # 31/12/2021 # 2021-12-31",
                "31/12/2021 # 12/31/2021 # 2021-12-31",
                "03/04/2021 # 2021|juin 2021|05/06/2021 #",
                "03.04.2021 # 12 # 2021-04-03",
                "05/05/2021 # 12 # 2021-05-05",
                "44270 # 44271|44272 # 2021-03-15",
                "44270.5 # 44271|44272.25 # 2021-03-15",
                "44270 # 44271|31/12/2021|44272 # 2021-03-15",
                "44270 # 44271|2021|44272 #",
                "44270 # 44271 #",
                "44270 # 31/12/2021 #",
            })
    void datesAreDecidedByTheirColumn(String cell, String others, String date) {
        DateStyle style = DateStyle.UNKNOWN;
        for (String other : others.split("\\|")) {
            style = style.with(other);
        }
        assertEquals(date == null ? "" : date, DateParser.read(cell, style).orElse(""));
    }
}
