package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/** Tests that texts in JSON are normalized, including invisible characters. */
@QuarkusTest
@TestProfile(ForWriting.class)
class NormalizedTextTest {

    @Inject
    StartupBatches batches;

    private static List<Arguments> texts() {
        return List.of(
                Arguments.of("  Fès\t ", "Fès"),
                Arguments.of("\u00a0F\u200be\ufeffs\u3000", "Fes"),
                Arguments.of("Fe\u0300s", "F\u00e8s"),
                Arguments.of("Fe\u200b\u0300s", "F\u00e8s"),
                Arguments.of("\u200f\u202bفاس\u202c\u200e\u2060", "فاس"),
                Arguments.of("نامه\u200cای", "نامه\u200cای"),
                Arguments.of("فاس \u200eFes\u200e 3", "فاس \u200eFes\u200e 3"),
                Arguments.of("Fes \u2067فاس\u2069", "Fes \u2067فاس\u2069"),
                Arguments.of("\u200dFes\u00ad", "Fes"),
                Arguments.of("\u06dd7", "\u06dd7"),
                Arguments.of("Fes\r\nBoulemane", "Fes Boulemane"),
                Arguments.of("Fes\rBoulemane\u2028Sefrou\n", "Fes Boulemane Sefrou"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void singleLineTextIsNormalized(String sent, String stored) {
        ObjectNode body = Atlas.json().createObjectNode().put("name", "Sent " + UUID.randomUUID());
        JsonNode created = Atlas.read(
                JsonNode.class,
                Writes.post(201, "/v1/startups", body.put("city", sent).toString()));
        assertEquals(stored, created.get("city").textValue());
        String path = "/v1/startups/" + created.get("id").textValue();
        Writes.patch(200, path, 1, "{\"city\":null}");
        Writes.patch(
                200, path, 2, Atlas.json().createObjectNode().put("city", sent).toString());
        assertEquals(stored, Atlas.tree(path).get("city").textValue());
        Writes.patch(200, path, 3, "{\"city\":null}");
        Writes.put(200, path, 4, body.toString());
        assertEquals(stored, Atlas.tree(path).get("city").textValue());
    }

    @Test
    void multilineTextKeepsLineBreaks() {
        String lines = "one\r\ntwo\nthree";
        ObjectNode body = Atlas.json().createObjectNode().put("name", "Of several\nlines");
        body.put("notes", lines + "\n").putObject("summary").put("fr", " " + lines);
        body.putArray("provenance")
                .addObject()
                .put("publisher", "a\npublisher")
                .put("used", true)
                .put("confidence", "reported")
                .put("value", lines)
                .put("note", lines);
        JsonNode created = Atlas.read(JsonNode.class, Writes.post(201, "/v1/startups", body.toString()));
        assertEquals("Of several lines", created.get("name").textValue());
        assertEquals(lines, created.get("notes").textValue());
        assertEquals(lines, created.at("/summary/fr").textValue());
        assertEquals("a publisher", created.at("/provenance/0/publisher").textValue());
        assertEquals(lines, created.at("/provenance/0/value").textValue());
        assertEquals(lines, created.at("/provenance/0/note").textValue());
    }

    @Test
    void codesDatesLinksReferencesAndSlugsAreTrimmed() {
        JsonNode created = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        "/v1/startups",
                        "{\"name\":\"Trimmed throughout\",\"slug\":\" trimmed-throughout \",\"country\":\"MA\\u200b\","
                                + "\"sectors\":[\" fintech\"],\"founded\":\"2020 \",\"website\":\"\\ufeffhttps://a.ma/ \","
                                + "\"site\":\" technopark-fes\\n\"}"));
        assertEquals("trimmed-throughout", created.get("slug").textValue());
        assertEquals("MA", created.get("country").textValue());
        assertEquals("fintech", created.at("/sectors/0").textValue());
        assertEquals("2020", created.get("founded").textValue());
        assertEquals("https://a.ma/", created.get("website").textValue());
        assertEquals(Atlas.tree("/v1/sites/technopark-fes").get("id"), created.get("site"));
    }

    @Test
    void controlCharactersAreRejected() {
        ObjectNode body =
                Atlas.json().createObjectNode().put("name", "Bell\u0007").put("city", "Fe\u009bs");
        body.put("notes", "one\u001btwo")
                .putArray("other_names")
                .addObject()
                .put("name", "a\tb")
                .put("kind", "former");
        ProblemAnswer problem = Writes.problem(Writes.post(422, "/v1/startups", body.toString()));
        assertEquals(
                List.of("/name", "/other_names/0/name", "/city", "/notes"),
                problem.errors().stream().map(ProblemAnswer.Error::pointer).toList());
        assertEquals(
                List.of("control-character"),
                problem.errors().stream()
                        .map(ProblemAnswer.Error::code)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "...", "\u2026 \u200d\u2014", "\uD83D\uDE80"})
    void nameNeedsALetterOrADigit(String name) {
        assertNameless("startups", Atlas.json().createObjectNode().put("name", name), "/name");
        ObjectNode other = Atlas.json().createObjectNode().put("name", "Has other names");
        other.putArray("other_names").addObject().put("name", name).put("kind", "former");
        assertNameless("partners", other, "/other_names/0/name");
        ObjectNode party = Atlas.json().createObjectNode().put("name", "Has parties");
        party.putArray("parties").addObject().put("name", name);
        assertNameless("agreements", party, "/parties/0/name");
        assertNameless(
                "keys", Atlas.json().createObjectNode().put("role", "curator").put("name", name), "/name");
    }

    private static void assertNameless(String resource, ObjectNode body, String pointer) {
        ProblemAnswer problem = Writes.problem(Writes.post(422, "/v1/" + resource, body.toString()));
        assertEquals(
                List.of(new ProblemAnswer.Error(
                        null,
                        pointer,
                        "no-letter-or-digit",
                        problem.errors().get(0).detail(),
                        null)),
                problem.errors());
    }

    @Test
    void invisibleTextIsEmpty() {
        ProblemAnswer problem = Writes.problem(Writes.post(
                422, "/v1/startups", "{\"name\":\"\\u200b\",\"city\":\" \\u200f\\ufeff\",\"country\":\"\\u00a0\"}"));
        assertEquals(
                List.of("/name empty-value", "/city empty-value", "/country empty-value").stream()
                        .sorted()
                        .toList(),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .sorted()
                        .toList());
    }

    @Test
    void nameOfAKeyIsNormalized() {
        JsonNode key = Atlas.read(
                JsonNode.class,
                Writes.post(201, "/v1/keys", "{\"name\":\"\\u200fCle\\u0301 de\\ntest \",\"role\":\" curator\"}"));
        assertEquals("Clé de test", key.get("name").textValue());
        ProblemAnswer problem =
                Writes.problem(Writes.post(422, "/v1/keys", "{\"name\":\"a\\u0007b\",\"role\":\"curator\"}"));
        assertEquals("control-character", problem.errors().get(0).code());
        assertEquals("/name", problem.errors().get(0).pointer());
    }

    @Test
    void replacementOfARedactionIsNormalized() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Replaced\",\"city\":\"secret\"}");
        String path = "/v1/startups/replaced/redact";
        Writes.post(200, path, "{\"path\":\"city\",\"replacement\":\" Fe\\u0300s\\u200b \"}");
        assertEquals("F\u00e8s", Atlas.tree("/v1/startups/replaced").get("city").textValue());
        ProblemAnswer problem =
                Writes.problem(Writes.post(422, path, "{\"path\":\"city\",\"replacement\":\"a\\u0007\"}"));
        assertEquals("/replacement", problem.errors().get(0).pointer());
        assertEquals("control-character", problem.errors().get(0).code());
        problem = Writes.problem(Writes.post(422, path, "{\"path\":\"name\",\"replacement\":\"***\"}"));
        assertEquals("no-letter-or-digit", problem.errors().get(0).code());
    }

    @Test
    void storedTextIsNormalizedAtTheNextWrite() {
        StartupRecord old = StartupBatches.numbered("Old", IntStream.of(1)).get(0);
        ObjectNode record = Atlas.json().valueToTree(old);
        record.put("name", " - ").put("city", "Fe\u0300s\u0007");
        ((ObjectNode) record.get("external_ids")).put("ice", "N/A");
        batches.write(List.of(Atlas.json().convertValue(record, StartupRecord.class)));
        String path = "/v1/startups/" + old.id();
        Writes.patch(200, path, 1, "{\"headcount\":7}");
        JsonNode patched = Atlas.tree(path);
        assertEquals(" - ", patched.get("name").textValue());
        assertEquals("Fe\u0300s\u0007", patched.get("city").textValue());
        assertEquals("N/A", patched.at("/external_ids/ice").textValue());
        Writes.patch(200, path, 2, "{\"city\":\"Fe\\u0300s\"}");
        assertEquals("F\u00e8s", Atlas.tree(path).get("city").textValue());
        Writes.patch(422, path, 3, "{\"external_ids\":{\"ice\":\"n/a\"}}");
    }

    @Test
    void filterValuesAreNormalized() {
        ObjectNode program = Atlas.json().createObjectNode().put("name", "Éditions composées");
        program.putArray("editions").addObject().put("code", "e\u0301te\u0301 2021");
        Writes.post(201, "/v1/programs", program.toString());
        String composed = "/v1/programs?fields=slug&editions.code=\u00e9t\u00e9%202021";
        assertEquals(1, Atlas.tree(composed).get("data").size());
        String decomposed = "/v1/programs?fields=slug&editions.code=e\u0301te\u0301%202021%E2%80%8B";
        assertEquals(Atlas.tree(composed).get("data"), Atlas.tree(decomposed).get("data"));
        assertEquals(
                Atlas.tree(composed).get("data"),
                Atlas.tree("/v1/programs?fields=slug&name=%E2%80%8FE\u0301ditions%20compose\u0301es")
                        .get("data"));
    }
}
