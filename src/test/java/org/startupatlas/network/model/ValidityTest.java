package org.startupatlas.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.record.PartialDate;
import org.startupatlas.testing.H2Only;

/** Tests on which days links are valid. */
@H2Only
class ValidityTest {

    @ParameterizedTest
    @CsvSource({
        // nothing is known
        ",,,2024-06-01,UNKNOWN,UNKNOWN",
        ",,active,2024-06-01,UNKNOWN,UNKNOWN",
        // the beginning is known, as far as its precision goes
        "2024-05-29,,signed,2024-05-28,FALSE,FALSE",
        "2024-05-29,,signed,2024-05-29,TRUE,TRUE",
        "2024,,,2023-12-31,FALSE,FALSE",
        "2024,,,2024-06-01,UNKNOWN,UNKNOWN",
        "2024,,,2024-12-31,TRUE,TRUE",
        // the end is known; what lasts is true after it
        "2020,2022,,2022-06-01,UNKNOWN,TRUE",
        "2020,2022,,2022-01-01,TRUE,TRUE",
        "2020,2022,,2023-01-01,FALSE,TRUE",
        ",2022,,2021-01-01,UNKNOWN,UNKNOWN",
        ",2022,,2023-01-01,FALSE,UNKNOWN",
        // it is over; before a known end it was not
        "2020,,ended,2024-06-01,FALSE,FALSE",
        ",,withdrawn,2024-06-01,FALSE,FALSE",
        "2020,2022,ended,2021-06-01,TRUE,FALSE",
        // it is intended only
        "2024,,announced,2025-06-01,UNKNOWN,UNKNOWN",
        "2024,,announced,2023-06-01,FALSE,FALSE",
        "2018,,completed,2025-06-01,TRUE,TRUE",
    })
    void linkIsValidWithinItsDates(
            String from, String to, String status, LocalDate day, Truth expected, Truth expectedForGood) {
        Validity validity = new Validity(PartialDate.ofNullable(from), PartialDate.ofNullable(to), status);
        assertEquals(expected, validity.isValidOn(day));
        assertEquals(expectedForGood, validity.isValidForGoodOn(day));
    }
}
