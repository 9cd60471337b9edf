package org.startupatlas.proposals.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.H2Only;

/** Tests what is taken for an e-mail address or a telephone number, and what is not. */
@H2Only
class ContactFinderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to info@startup.ma.",
                "nom.prenom@foo.co.uk",
                "contact [at] foo.ma",
                "contact(at)foo(dot)ma",
                "contact (arobase) foo (point) ma",
                "info＠foo.ma",
                "mailto:info@foo.ma"
            })
    void emailAddressIsFound(String text) {
        assertTrue(ContactFinder.hasEmail(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+212 5 22 33 44 55",
                "+212522334455",
                "+212-661-123456",
                "+212.6.61.12.34.56",
                "+212 (0) 522 33 44 55",
                "(+212) 522-334455",
                "+212 522 000 000",
                "00212522334455",
                "00 212 5 22 33 44 55",
                "212522334455",
                "+33 (0)1 23 45 67 89",
                "+216 71 123 456",
                "+44 20 7946 0958",
                "+965 2222 3333",
                "+1 (415) 555-2671",
                "(415) 555-2671",
                "05 22 33 44 55",
                "0522334455",
                "0522-33-44-55",
                "0522 334 455",
                "0612-345678",
                "06.12.34.56.78",
                "(0522) 33 44 55",
                "Tel: 0522 33 44 55",
                "Tél. 212 522 33 44 55",
                "fax 0537 70 12 34",
                "GSM: 661123456",
                "٠٦١٢٣٤٥٦٧٨",
                "هاتف: ٠٥٢٢٣٣٤٤٥٥",
                "06 61 12 34 56"
            })
    void telephoneNumberIsFound(String text) {
        assertTrue(ContactFinder.hasPhone(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "founded in 2019-2025",
                "2020/2025, 2019 - 2025, 2024-H1, 2026-11-29",
                "02-03-2024 05:30",
                "01-02-2023 10 ans",
                "05-06-2024",
                "18-24-36 mois",
                "24/7",
                "10 000 000 MAD",
                "de 2 500 000 à 3 500 000",
                "1,200,000,000 MAD",
                "+10 000 000 users",
                "+1 500 000 000 MAD",
                "+150000000",
                "+20 000 emplois en 2030",
                "550+ partners in 60+ countries",
                "212 Founders 2019-2025",
                "212 startups in 2023",
                "ICE 001525713000089",
                "ICE 001 525 713 000 089",
                "RC 123456",
                "ISBN 978-3-16-148410-0",
                "ISO 27001 27017 27018",
                "20250 Casablanca",
                "phone 2019-2025",
                "WhatsApp 2 000 000 000 users",
                "Tél. Maroc Telecom",
                "law 09-08",
                "see https://foo.ma/2012345678901 and https://x.com/@foo",
                "www.foo.ma/0522334455",
                "https://foo.ma/?to=info@foo.ma",
                "0.0522334455",
                "@TechnoparkMA",
                "Series A @ 5M",
                "Rock@Work"
            })
    void otherTextsAreLeftAlone(String text) {
        assertFalse(ContactFinder.hasEmail(text));
        assertFalse(ContactFinder.hasPhone(text));
    }

    @Test
    void longTextsAreSearchedQuickly() {
        for (String each :
                new String[] {"a", "a.", "a@", "@", "1 ", "0", "+1", "+2 ", "(at)", "a(dot)", "05 ", "tel "}) {
            String text = each.repeat(16_384 / each.length());
            Assertions.assertTimeout(Duration.ofSeconds(1), () -> {
                ContactFinder.hasEmail(text);
                ContactFinder.hasPhone(text);
            });
        }
    }
}
