package org.startupatlas.imports.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
        return values.ofCell(field(path), text, delimiter).map(Object::toString).orElse("");
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
                "01/06/2020|2020-06-01",
                "1.6.2020|2020-06-01",
                "1-6-2020|2020-06-01",
                "03/04/2020|2020-04-03",
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
                "2020.1",
                "43983",
                "2025-05-26?"
            })
    void uncertainDatesAreKept(String text) throws JsonProcessingException {
        assertEquals(quoted(text), cell("startups/founded", text));
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
                "-3|-3",
            })
    void integersAreParsed(String text, String number) {
        assertEquals(number, cell("startups/headcount", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "12.000", "1,5", "10-50", "~40", "1 23", "12 3456", "1.2E+3", "1,23,456", "٣٫١٤١"})
    void uncertainIntegersAreKept(String text) throws JsonProcessingException {
        assertEquals(quoted(text), cell("startups/headcount", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "funding_rounds/amount.value|1234.56|1234.56",
                "funding_rounds/amount.value|1234,56|1234.56",
                "funding_rounds/amount.value|1.234,56|1234.56",
                "funding_rounds/amount.value|1,234.56|1234.56",
                "funding_rounds/amount.value|1 234 567,89|1234567.89",
                "funding_rounds/amount.value|12 000 000|12000000",
                "funding_rounds/amount.value|1.234|1.234",
                "funding_rounds/amount.value|0,125|0.125",
                "funding_rounds/amount.value|١٬٢٣٤٫٥|1234.5",
                "sites/point.lat|33.543|33.543",
                "sites/point.lat|33,543|33.543",
                "sites/point.lon|-7,641|-7.641",
                "sites/point.lon|−7.641|-7.641",
            })
    void decimalsAreParsed(String path, String text, String number) {
        assertEquals(number, cell(path, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "12.5 M", "5M$", "1,2,3", "12..5", "+5", "NaN", "1e5"})
    void uncertainDecimalsAreKept(String text) throws JsonProcessingException {
        assertEquals(quoted(text), cell("funding_rounds/amount.value", text));
    }

    @Test
    void longNumberIsNotParsed() {
        assertTrue(cell("funding_rounds/amount.value", "9".repeat(1 << 20)).startsWith("\"9"));
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
        "startups/status, quelconque, quelconque",
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
                "Fintech;Santé, sport#fintech Santé, sport#,",
                "fintech;FINTECH#fintech#,",
                "الصحة، الزراعة#healthtech agritech#;",
                "الصحة؛ الزراعة#healthtech agritech#,",
                "inconnu;fintech#inconnu fintech#,",
            })
    void listsAreSplitAtOtherSeparatorsThanCells(String text, String codes, char delimiter) {
        String expected = "[\"" + String.join("\",\"", codes.split(codes.contains(",") ? " (?=S)" : " ")) + "\"]";
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
        assertEquals("\"[{broken\"", cell("startups/markets", "[{broken"));
        assertEquals("\"https://example.org\"", cell("startups/provenance", "https://example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.chari.ma, https://www.chari.ma",
        "chari.co/about?x=1, https://chari.co/about?x=1",
        "http://chari.co/, http://chari.co/",
        "' https://chari.co ', https://chari.co",
        "aucun, aucun",
        "contact@chari.co, contact@chari.co",
    })
    void schemeIsAddedToAddresses(String text, String link) throws JsonProcessingException {
        assertEquals(quoted(link), cell("startups/website", text));
    }

    @Test
    void formulaEscapeIsRemoved() throws JsonProcessingException {
        for (String text : new String[] {"=1+1", "+212", "-x", "@a", "'b", "\tc", "\rd"}) {
            assertEquals(quoted(text), cell("startups/notes", "'" + text));
            assertEquals(quoted(text), cell("startups/notes", text.startsWith("'") ? "''b" : text));
        }
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
