package org.startupatlas.network.match;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Workbook;
import org.startupatlas.testing.Writes;

/** Tests that matches have the formats, fields and pages of lists. */
@QuarkusTest
@TestProfile(ForWriting.class)
class MatchFormatsTest {
    private static final String PATH = "/v1/startups/chari/matches?with=partners";

    @Test
    void linesOfNdjsonAreTheMatches() {
        Response lines = Atlas.get(200, PATH + "&format=ndjson&limit=7");
        assertEquals("application/x-ndjson", lines.contentType());
        assertEquals("true", lines.header("Atlas-Has-More"));
        assertTrue(lines.header("Link").contains("rel=\"next\""), lines.header("Link"));
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines.asString().split("\n")) {
            read.add(Atlas.json(line));
        }
        assertEquals(matches("&limit=7"), read);
    }

    @Test
    void rowsOfCsvAreTheMatches() throws IOException {
        Response table = given().accept("text/csv").get(PATH + "&lang=fr");
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table.asString())) {
            rows = reader.stream().toList();
        }
        List<JsonNode> matches = matches("&lang=fr&limit=200");
        assertEquals(matches.size(), rows.size());
        assertEquals(
                List.of(
                        "resource",
                        "id",
                        "slug",
                        "name",
                        "link",
                        "score",
                        "at_most",
                        "known",
                        "known_by.kind",
                        "known_by.detail",
                        "known_by.evidence",
                        "reasons",
                        "unmet",
                        "unknown"),
                rows.get(0).getHeader());
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            JsonNode match = matches.get(i);
            assertEquals(match.get("slug").textValue(), row.getField("slug"));
            assertEquals(match.get("score").asText(), row.getField("score"));
            assertEquals(match.get("known").asText(), row.getField("known"));
            assertEquals(match.at("/known_by/kind").asText(), row.getField("known_by.kind"));
            assertEquals(match.get("reasons"), Atlas.json(row.getField("reasons")));
        }
    }

    @Test
    void onlyNamedFieldsAndTheIdAreInTheAnswer() {
        List<JsonNode> matches = matches("&fields=score,slug&limit=2");
        matches.forEach(match -> assertEquals(List.of("id", "slug", "score"), names(match)));
        assertEquals(
                "id,slug,score",
                Atlas.get(200, PATH + "&fields=score,slug&format=csv")
                        .asString()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        ProblemAnswer problem = Atlas.problem(400, PATH + "&fields=scor");
        assertEquals("score", problem.errors().get(0).didYouMean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "ndjson"})
    void formatAndFieldsMayChangeBetweenPages(String format) {
        String cursor = FoundMatches.of(PATH + "&limit=3").page().nextCursor();
        Response next = Atlas.get(200, PATH + "&limit=1&fields=slug&cursor=" + cursor + "&format=" + format);
        String slug = matches("&limit=4").get(3).get("slug").textValue();
        assertTrue(next.asString().contains(slug), next::asString);
    }

    @Test
    void matchesOfANeedHaveThemToo() {
        String need = "{\"sectors\":[\"fintech\"]}";
        Response table = Writes.post(200, "/v1/matches?format=csv&fields=slug&limit=2", need);
        assertEquals(3, table.asString().lines().count());
        assertEquals("true", table.header("Atlas-Has-More"));
        Response workbook = Writes.post(200, "/v1/matches?format=xlsx&fields=slug&limit=2", need);
        assertEquals(3, Workbook.of(workbook.asByteArray()).rows().size());
        assertEquals("true", workbook.header("Atlas-Has-More"));
    }

    private static List<JsonNode> matches(String options) {
        List<JsonNode> matches = new ArrayList<>();
        Atlas.tree(PATH + options).get("data").forEach(matches::add);
        return matches;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
