package org.startupatlas.imports.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.H2Only;

/** Tests that cells are converted if their meaning is certain, and kept as texts if not. */
@QuarkusTest
@H2Only
class CellValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    CellParser values;

    private String cell(String path, String text) {
        return cell(path, text, ',');
    }

    private String cell(String path, String text, char delimiter) {
        JsonNode value = parsed(path, text, delimiter).value();
        return value == null ? "" : value.toString();
    }

    private ParsedCell parsed(String path, String text, char delimiter) {
        return values.ofCell(field(path), text, delimiter, new ColumnStyles());
    }

    /** Returns the codes of what is not understood of a cell, and the nearest codes. */
    private String problems(String path, String text) {
        return parsed(path, text, ';').problems().stream()
                .map(problem -> problem.code() + (problem.didYouMean() == null ? "" : " " + problem.didYouMean()))
                .collect(Collectors.joining(";"));
    }

    private static Field field(String path) {
        String[] names = path.split("/");
        ResourceSchema schema = ResourceCatalog.SCHEMAS.stream()
                .filter(one -> one.resource().equals(names[0]))
                .findFirst()
                .orElseThrow();
        return ColumnNames.of(schema).fields().get(names[1]);
    }

    private static String quoted(String text) throws JsonProcessingException {
        return JSON.writeValueAsString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-06-01|2020-06-01",
                "2026-Q1|2026-Q1",
                "2020/2025|2020/2025",
                "13/06/2020|2020-06-13",
                "1.6.2020|2020-06-01",
                "04-04-2020|2020-04-04",
                "04/25/2020|2020-04-25",
                "06/2020|2020-06",
                "2020/06|2020-06",
                "2020/06/01|2020-06-01",
                "1 juin 2020|2020-06-01",
                "1er juin 2020|2020-06-01",
                "June 2020|2020-06",
                "juin 2020|2020-06",
                "Février 2021|2021-02",
                "13 août 2019|2019-08-13",
                "June 1, 2020|2020-06-01",
                "Sept. 2020|2020-09",
                "1 يونيو 2020|2020-06-01",
                "غشت 2021|2021-08",
                "أغسطس 2021|2021-08",
                "يناير 2020|2020-01",
                "دجنبر ٢٠١٩|2019-12",
                "٢٠٢٠|2020",
                "2020-06-01T00:00:00|2020-06-01",
                "2020-06-01 00:00:00|2020-06-01",
                "2020-06-01T00:00:00Z|2020-06-01",
                "2020.0|2020",
                "' 2020 '|2020",
                "2026-q1|2026-Q1",
                "15 / 03 / 2021|2021-03-15",
                "lundi 15 mars 2021|2021-03-15",
                "Mar 2021|2021-03",
                "mar. 15/03/2021|2021-03-15",
                "الاثنين 15 مارس 2021|2021-03-15",
                "15 مارس 2021م|2021-03-15",
                "آذار 2021|2021-03",
                "كانون الثاني 2021|2021-01",
                "15 تشرين الأول 2021|2021-10-15",
                "T3 2021|2021-Q3",
                "Q3 2021|2021-Q3",
                "q3-2021|2021-Q3",
                "3T 2021|2021-Q3",
                "2021 Q3|2021-Q3",
                "2021-T3|2021-Q3",
                "3e trimestre 2021|2021-Q3",
                "1er trimestre 2021|2021-Q1",
                "الربع الثالث 2021|2021-Q3",
                "S1 2021|2021-H1",
                "2e semestre 2021|2021-H2",
                "H2 2021|2021-H2",
                "2021-3|2021-03",
                "20210315|2021-03-15",
                "202103|2021-03",
                "31/12/2021 00:00|2021-12-31",
                "31/12/2021 10:20:30|2021-12-31",
                "2023-05-01T23:30:00+01:00|2023-05-01",
                "2023-05-01 00:00:00 UTC|2023-05-01",
                "2023-05-01T10:00:00Z|2023-05-01",
                "2023-05-01 00:00:00.000000+00|2023-05-01",
                "12/31/2021 12:00 AM|2021-12-31",
                "2021-mars-15|2021-03-15",
                "15-mars-2021|2021-03-15",
                "15 de mars de 2021|2021-03-15",
            })
    void datesAreParsed(String text, String date) throws JsonProcessingException {
        assertEquals(quoted(date), cell("startups/founded", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/06/20",
                "31/02/2020",
                "13/13/2020",
                "bientôt",
                "0000",
                "2020-06-01T23:00:00Z",
                "2020-06-01 22:30:00 UTC",
                "2021-22",
                "T5 2021",
                "20211315",
                "99999999",
                "déc-21",
                "2020.1",
                "43983",
                "2025-05-26?"
            })
    void uncertainDatesAreLeftOut(String text) {
        assertEquals("", cell("startups/founded", text));
        assertEquals("invalid-value", problems("startups/founded", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "1 234|1234",
                "1\u00a0234|1234",
                "12\u202f345|12345",
                "1'234|1234",
                "1,234|1234",
                "1.234|1234",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "250.0|250",
                "250,00|250",
                "٢٥٠|250",
                "١٬٢٣٤|1234",
                "1\u202f234\u202f567|1234567",
                "1\u2009234|1234",
                "1’234|1234",
                "۲۵۰|250",
            })
    void integersAreParsed(String text, String number) {
        assertEquals(number, cell("startups/headcount", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "12.000", "1,5", "10-50", "~40", "1 23", "12 3456", "1.2E+3", "1,23,456", "٣٫١٤١"})
    void uncertainIntegersAreLeftOut(String text) {
        assertEquals("", cell("startups/headcount", text));
        String problem = text.equals("1,000") || text.equals("12.000") ? "ambiguous-number" : "invalid-value";
        assertEquals(problem, problems("startups/headcount", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators/baseline.value|1234.56|1234.56",
                "indicators/baseline.value|1234,56|1234.56",
                "indicators/baseline.value|1.234,56|1234.56",
                "indicators/baseline.value|1,234.56|1234.56",
                "indicators/baseline.value|1 234 567,89|1234567.89",
                "indicators/baseline.value|12 000 000|12000000",
                "indicators/baseline.value|1.234|1.234",
                "indicators/baseline.value|0,125|0.125",
                "indicators/baseline.value|5000000,00|5000000",
                "indicators/baseline.value|1,50|1.5",
                "indicators/baseline.value|١٬٢٣٤٫٥|1234.5",
                "indicators/baseline.value|٣٫١٤١|3.141",
                "sites/point.lat|36.7582914|36.758291",
                "sites/point.lon|-7,6412345678|-7.641235",
                "sites/point.lat|33.543|33.543",
                "sites/point.lat|33,543|33.543",
                "sites/point.lon|-7,641|-7.641",
                "sites/point.lon|−7.641|-7.641",
            })
    void decimalsAreParsed(String path, String text, String number) {
        assertEquals(number, cell(path, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "12.5 M", "5M$", "1,2,3", "12..5", "+5", "1e5"})
    void uncertainDecimalsAreLeftOut(String text) {
        assertEquals("", cell("indicators/baseline.value", text));
        assertNotEquals("", problems("indicators/baseline.value", text));
    }

    @Test
    void longNumberIsNotParsed() {
        String digits = "9".repeat(1 << 20);
        assertEquals("", cell("indicators/baseline.value", digits));
        assertEquals("invalid-value", problems("indicators/baseline.value", digits));
    }

    @ParameterizedTest
    @CsvSource({
        "oui,true",
        "Non,false",
        "YES,true",
        "no,false",
        "نعم,true",
        "لا,false",
        "VRAI,true",
        "faux,false",
        "1,true",
        "0,false"
    })
    void booleansAreParsed(String text, String value) {
        assertEquals(value, cell("startups/diaspora", text));
    }

    @ParameterizedTest
    @CsvSource({
        "startups/country, Maroc, MA",
        "startups/country, المغرب, MA",
        "startups/country, MAR, MA",
        "startups/country, Morocco, MA",
        "startups/country, ma, MA",
        "startups/country, Emirats arabes unis, AE",
        "startups/status, نشطة, active",
        "startups/status, Fermée, closed",
        "startups/stage, Amorçage, seed",
        "startups/stage, Pre Seed, pre_seed",
        "startups/region, Casablanca-Settat, MA-06",
        "startups/region, الدار البيضاء سطات, MA-06",
        "funding_rounds/type, Série A, series_a",
        "startups/country, NA, NA",
    })
    void codesAreFoundInAllLanguages(String path, String text, String code) throws JsonProcessingException {
        assertEquals(quoted(code), cell(path, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "fintech;HEALTH TECH#fintech healthtech#,",
                "Fintech, Santé#fintech healthtech#;",
                "Fintech| Santé |#fintech healthtech#,",
                "Fintech | Santé#fintech healthtech#;",
                "Fintech;Santé, sport#fintech#,",
                "fintech;FINTECH#fintech#,",
                "الصحة، الزراعة#healthtech agritech#;",
                "الصحة؛ الزراعة#healthtech agritech#,",
                "Quelconque;fintech#fintech#,",
                "N/A;fintech#fintech#,",
            })
    void listsAreSplitAtOtherSeparatorsThanCells(String text, String codes, char delimiter) {
        String expected = "[\"" + String.join("\",\"", codes.split(" ")) + "\"]";
        assertEquals(expected, cell("startups/sectors", text, delimiter));
    }

    @Test
    void commaWithinLabelDoesNotSplit() {
        assertEquals("[\"networks_security\"]", cell("startups/technologies", "Réseaux, télécoms et sécurité", ';'));
        assertEquals(
                "[\"artificial_intelligence\",\"networks_security\",\"cloud\"]",
                cell("startups/technologies", "IA, Réseaux, télécoms et sécurité, Cloud", ';'));
        assertEquals("[\"extended_reality\"]", cell("startups/technologies", "IAR,VAR", ','));
    }

    @Test
    void listsOfObjectsAreJsonOrNames() {
        assertEquals(
                "[{\"country\":\"FR\",\"mode\":\"export\",\"since\":\"2020-06\"}]",
                cell(
                        "startups/markets",
                        "[{\"country\":\"France\",\"mode\":\"Exportation\",\"since\":\"juin 2020\"}]"));
        assertEquals(
                "[{\"country\":\"MA\"},{\"country\":\"TN\"},{\"country\":\"CI\"}]",
                cell("startups/markets", "MA;Tunisie;CI"));
        assertEquals(
                "[{\"name\":\"Verod, Inc.\"},{\"name\":\"UM6P\"}]",
                cell("funding_rounds/investors", "Verod, Inc.; UM6P"));
        assertEquals("[{\"name\":\"Inyad\",\"kind\":\"alternate\"}]", cell("startups/other_names", "Inyad"));
        assertEquals("", cell("startups/markets", "[{broken"));
        assertEquals("invalid-value", problems("startups/markets", "[{broken"));
        assertEquals("invalid-value", problems("startups/provenance", "https://example.org"));
        assertEquals("[{\"country\":\"MA\"}]", cell("startups/markets", "MA;Atlantide"));
        assertEquals("unknown-code", problems("startups/markets", "MA|Atlantide"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.chari.ma, https://www.chari.ma",
        "chari.co/about?x=1, https://chari.co/about?x=1",
        "http://chari.co/, http://chari.co/",
        "' https://chari.co ', https://chari.co",
    })
    void schemeIsAddedToAddresses(String text, String link) throws JsonProcessingException {
        assertEquals(quoted(link), cell("startups/website", text));
    }

    @ParameterizedTest
    @CsvSource({
        "startups/status, quelconque, unknown-code",
        "startups/sectors, Fintek, unknown-code fintech",
        "startups/country, Marok, unknown-code MA",
        "startups/website, contact@chari.co, invalid-value",
        "startups/external_ids.ice, 12345, invalid-value",
        "startups/external_ids.ice, '9,87654E+13', invalid-value",
        "startups/headcount, -3, number-out-of-range",
        "sites/point.lat, 336.5, number-out-of-range",
        "startups/diaspora, peut-être, invalid-value",
        "startups/founded, 03/04/2020, ambiguous-date",
        "startups/founded, 3-4-2020, ambiguous-date",
    })
    void otherTextsAreLeftOut(String path, String text, String problem) {
        assertEquals("", cell(path, text));
        assertEquals(problem, problems(path, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u202f",
                "\u200b",
                "\ufeff",
                "-",
                "--",
                "–",
                "—",
                "N/A",
                "n/a",
                "NA",
                "n.c.",
                "nc",
                "null",
                "NULL",
                "None",
                "#N/A",
                "#REF!",
                "#VALUE!",
                "#VALEUR!",
                "#DIV/0!",
                "#NOM?",
                "Err:502",
                "#####",
                "nan",
                "NaN",
                "<NA>",
                "?",
                "???",
                "...",
                "…",
                "_",
                "/",
                "non communiqué",
                "Inconnu",
                "TBD",
                "غير متوفر",
                "لا يوجد",
                "\\N",
                "(null)"
            })
    void marksAreUnknown(String text) {
        for (String path : new String[] {
            "startups/headcount",
            "startups/founded",
            "startups/status",
            "startups/sectors",
            "startups/website",
            "startups/city",
            "startups/diaspora",
            "startups/external_ids.ice",
            "sites/point.lat"
        }) {
            assertTrue(parsed(path, text, ';').isUnknown(), path);
        }
        if (!text.equals("NA") && !text.equals("nc")) {
            assertTrue(parsed("startups/country", text, ';').isUnknown());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "startups/name, NC Labs", "startups/name, Nan", "startups/name, Inconnu", "startups/notes, Inconnu",
        "startups/city, Nantes", "startups/city, A", "startups/name, Null & Co", "startups/name, #1 Tech",
        "startups/headcount, 0", "startups/diaspora, non",
    })
    void otherTextsAreNoMarks(String path, String text) {
        assertEquals(!text.equals("Nan"), !parsed(path, text, ';').isUnknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000000000000000", "xxx", "0000-00-00", "-"})
    void zerosAreNoExternalIds(String text) {
        assertTrue(parsed(text.contains("-0") ? "startups/founded" : "startups/external_ids.ice", text, ';')
                .isUnknown());
    }

    @Test
    void textsKeepTheirApostrophesAndBlanks() throws JsonProcessingException {
        assertEquals(quoted("'Oumnia"), cell("startups/name", "'Oumnia"));
        assertEquals(quoted(" x "), cell("startups/notes", " x "));
        assertEquals("", cell("startups/notes", "  "));
    }

    @Test
    void idsAndSlugsAreKept() throws JsonProcessingException {
        assertEquals(quoted("technopark-casablanca"), cell("startups/site", " technopark-casablanca "));
        assertEquals("[\"a\",\"b\"]", cell("agreements/programs", "a; b"));
    }
}
