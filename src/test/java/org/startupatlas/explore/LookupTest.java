package org.startupatlas.explore;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.http.Limits;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Workbook;

/** Tests the page that looks up a pasted list of names, without script. */
@QuarkusTest
class LookupTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private static final Pattern TABLE = Pattern.compile("<textarea id=\"lookup-table\"[^>]*>([^<]*)</textarea>");

    /** A row of the file; a field is empty if there is nothing to say. */
    record Row(
            String name,
            String state,
            String record,
            String score,
            String kind,
            String id,
            String slug,
            String link,
            String others) {

        String slugIfCertain() {
            return state.equals("Certain") ? slug : "";
        }
    }

    private static Response send(String language, String type, String names, String file) {
        var form = given().redirects().follow(false).contentType(FORM).formParam("names", names);
        if (type != null) {
            form.formParam("type", type);
        }
        if (file != null) {
            form.formParam("file", file);
        }
        return form.post("/explore/" + language + "/reconcile");
    }

    private static List<Row> rows(String language, String type, String names) {
        Response answer = send(language, type, names, "csv");
        assertEquals(200, answer.statusCode(), answer::asString);
        assertTrue(answer.header("Content-Disposition").contains("names.csv"));
        String csv = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("\uFEFF"), "the mark by which Excel recognizes UTF-8");
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream()
                .map(NamedCsvRecord::getFields)
                .map(cells -> new Row(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5),
                        cells.get(6),
                        cells.get(7),
                        cells.get(8)))
                .toList();
    }

    private static List<Row> rows(String names) {
        return rows("en", "startups", names);
    }

    @Test
    void everyNameHasARowWithItsRecord() {
        List<Row> rows = rows("  Chari SARL \r\n\r\nCluodFret\nZzyzx Qwrtp\n");
        assertEquals(
                List.of("Chari SARL", "CluodFret", "Zzyzx Qwrtp"),
                rows.stream().map(Row::name).toList());
        Row chari = rows.get(0);
        assertEquals("Certain", chari.state());
        assertEquals("Chari", chari.record());
        assertEquals("100.0", chari.score());
        assertEquals("Startups", chari.kind());
        assertEquals("chari", chari.slug());
        assertEquals(Atlas.tree("/v1/startups/chari").get("id").textValue(), chari.id());
        assertTrue(chari.link().startsWith("http") && chari.link().endsWith("/explore/en/startups/chari"));
        assertEquals("To be checked", rows.get(1).state());
        assertEquals("cloudfret", rows.get(1).slug());
        assertEquals(new Row("Zzyzx Qwrtp", "Not found", "", "", "", "", "", "", ""), rows.get(2));
    }

    @Test
    void candidatesStandBesideTheFirstOne() {
        Row technopark = rows("en", "sites", "Technopark").get(0);
        assertEquals("To be checked", technopark.state());
        assertEquals(3, technopark.others().split(";").length, technopark::toString);
        assertTrue(technopark.others().matches(".*Technopark .* \\(\\d+\\.\\d\\).*"), technopark::toString);
    }

    @Test
    void pageHasTheRowsAsTextToCopy() {
        String names = "Chari\nTechnopark \"Casa\"\n=1+1";
        String html = send("fr", "any", names, null).asString();
        Matcher table = TABLE.matcher(html);
        assertTrue(table.find(), html);
        List<List<String>> cells = table.group(1)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .lines()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        List<List<String>> expected = rows("fr", "any", names).stream()
                .map(row -> List.of(
                        row.name(),
                        row.state(),
                        row.record(),
                        row.score(),
                        row.kind(),
                        row.id(),
                        row.slug(),
                        row.link(),
                        row.others()))
                .toList();
        assertEquals(expected, cells);
        assertEquals("'=1+1", cells.get(2).get(0), "no spreadsheet executes a name");
        assertTrue(html.contains("<bdi>=1+1</bdi>"), html);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Names: 3. Certain: 1. To be checked: 1. Not found: 1.",
        "fr, Noms : 3. Certains : 1. À vérifier : 1. Introuvables : 1.",
        "ar, عدد الأسماء: 3. المؤكدة: 1. التي ينبغي التحقق منها: 1. التي لم يُعثر عليها: 1."
    })
    void pageCountsWhatWasFound(String language, String counts) {
        Response answer = send(language, null, "Chari\nCluodFret\nZzyzx Qwrtp", null);
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(language, answer.header("Content-Language"));
        assertTrue(answer.header("Content-Security-Policy").contains("form-action 'self'"));
        String html = answer.asString();
        assertTrue(html.contains("<p role=\"status\">" + counts + "</p>"), html);
        assertFalse(html.contains("NOT_FOUND"), "Qute writes this for a missing value");
        assertFalse(html.contains("lookup."), "every text has words");
        assertTrue(html.contains("href=\"/explore/" + language + "/startups/chari\""), html);
        assertTrue(html.contains("CluodFret\nZzyzx Qwrtp</textarea>"), "the list can be changed and sent again");
    }

    /** Rows of a spreadsheet, and whether the name is still certain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chari\\tMaroc | true",
                "Chari\\tSenegal | false",
                "Chari\\tFintech\\tالمغرب | true",
                "Chari\\thttps://www.chari.co/fr | true",
                "Chari\\tchari.example.org | false",
                "Chari\\tsomebody@example.org | true",
                "Chari\\tIT | true",
                "\"Chari\"\\tMorocco | true",
                "Nom\\tPays\\nChari\\tMA | true",
                "Nom\\tPays\\nChari\\tIT | false",
                "الاسم\\tالمدينة\\nChari\\tRabat | false",
                "Name\\tCity\\tRemark\\nChari\\tCasablanca\\tIT | true",
                "City\\tStartup\\nCasablanca\\tChari | true",
                "City\\tStartup\\nTunis\\tChari | false",
                "Startup\\nChari | true"
            })
    void cellsBesideTheNameTellRecordsApart(String table, boolean isCertain) {
        List<Row> rows = rows(table.replace("\\t", "\t").replace("\\n", "\n"));
        assertEquals(1, rows.size(), rows::toString);
        assertEquals("Chari", rows.get(0).name());
        assertEquals("chari", rows.get(0).slug());
        assertEquals(isCertain ? "chari" : "", rows.get(0).slugIfCertain(), rows::toString);
    }

    @Test
    void headingsAreSaid() {
        assertTrue(send("en", null, "Name\tCountry\nChari\tMA", null)
                .asString()
                .contains("The first line was read as headings."));
        assertFalse(send("en", null, "Chari\tStartup\nWeego\tStartup", null)
                .asString()
                .contains("read as headings"));
    }

    @Test
    void anyTypeMayBeAskedFor() {
        List<Row> rows = rows("en", "any", "Chari\nTechnopark Fes\nMaroc");
        assertEquals(
                List.of("chari", "technopark-fes", "ma"),
                rows.stream()
                        .map(row -> row.slugIfCertain().toLowerCase(Locale.ROOT))
                        .toList());
        assertTrue(rows.get(2).link().endsWith("/explore/en/countries#MA"), rows::toString);
        assertEquals("", rows("en", "partners", "Chari").get(0).slugIfCertain());
    }

    @Test
    void workbookHasTheRowsOfTheFile() {
        Workbook workbook =
                Workbook.of(send("fr", "startups", "Chari\nNuitee", "xlsx").asByteArray());
        assertEquals(Set.of("Noms"), workbook.sheets().keySet());
        assertEquals("Nom dans votre liste", workbook.rows().get(0).get(0));
        assertEquals("Chari", workbook.rows().get(1).get(0));
        assertEquals("Certain", workbook.rows().get(2).get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n "})
    void emptyListIsAnError(String names) {
        Response answer = send("en", "partners", names, "csv");
        assertEquals(422, answer.statusCode());
        String html = answer.asString();
        assertTrue(html.contains("<li><a href=\"#names\">Paste at least one name.</a></li>"), html);
        assertTrue(html.contains("<option value=\"partners\" selected>"), html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Your list has 501 names. Paste at most 500 at once.",
                "fr | Votre liste contient 501 noms. Collez-en au plus 500 à la fois.",
                "ar | عدد الأسماء في قائمتك: 501. الحد الأقصى في كل مرة: 500."
            })
    void listHasALimitThatThePageStates(String language, String message) {
        assertEquals(
                Limits.MAX_PASTED_NAMES,
                Atlas.tree("/v1/meta").at("/limits/reconcile_names").intValue());
        assertTrue(Pages.html("/explore/" + language + "/reconcile").contains("500"));
        Response answer = send(language, null, list(Limits.MAX_PASTED_NAMES + 1), null);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("<p class=\"error\">" + message + "</p>"), answer::asString);
        assertTrue(answer.asString().contains("Name 500</textarea>"), "what was pasted is kept");
    }

    private static String list(int size) {
        return IntStream.range(0, size).mapToObj(i -> "Name " + i).collect(Collectors.joining("\n"));
    }

    @Test
    void longestListIsAnswered() {
        List<Row> rows = rows(list(Limits.MAX_PASTED_NAMES));
        assertEquals(Limits.MAX_PASTED_NAMES, rows.size());
        assertEquals("Name 499", rows.get(rows.size() - 1).name());
        List<String> markup = new ArrayList<>();
        markup.add("<script>alert(1)</script>");
        markup.add("x".repeat(400));
        assertEquals(
                markup, rows(String.join("\n", markup)).stream().map(Row::name).toList());
        assertFalse(send("en", null, markup.get(0), null).asString().contains(markup.get(0)), "it is escaped");
    }

    @Test
    void formOfAnotherPageIsRefused() {
        assertEquals(400, send("en", "people", "Chari", null).statusCode());
        assertEquals(400, send("en", null, "Chari", "pdf").statusCode());
        assertEquals(
                400,
                given().contentType(FORM)
                        .formParam("name", "Chari")
                        .post("/explore/en/reconcile")
                        .statusCode());
        assertEquals(413, send("en", null, "x".repeat(1 << 20), null).statusCode());
        assertEquals(
                415,
                given().contentType("application/json")
                        .body("{}")
                        .post("/explore/en/reconcile")
                        .statusCode());
        Pages.get(400, "/explore/en/reconcile?names=Chari");
        Pages.get(404, "/explore/de/reconcile");
    }
}
