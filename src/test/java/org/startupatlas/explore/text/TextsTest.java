package org.startupatlas.explore.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.schema.Language;
import org.startupatlas.testing.H2Only;

/** Tests how texts, numbers and dates are written in each language. */
@H2Only
class TextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025 | 2025 | 2025 | 2025",
                "2025-H1 | 1er semestre 2025 | النصف الأول من 2025 | first half of 2025",
                "2026-Q3 | 3e trimestre 2026 | الربع الثالث من 2026 | third quarter of 2026",
                "2024-05 | mai 2024 | ماي 2024 | May 2024",
                "2024-05-31 | 31 mai 2024 | 31 ماي 2024 | 31 May 2024",
                "2020/2025 | 2020 – 2025 | 2020 – 2025 | 2020 – 2025"
            })
    void datesAreWrittenAsTheLanguageDoes(String date, String french, String arabic, String english) {
        assertEquals(french, Texts.of(Language.FR).date(date));
        assertEquals(arabic, Texts.of(Language.AR).date(date));
        assertEquals(english, Texts.of(Language.EN).date(date));
    }
}
