package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that a preview tells how a file is read and what would become of its first rows, and writes nothing. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ImportPreviewTest {

    private static final int MIB = 1 << 20;

    private static JsonNode preview(String parameters, byte[] file) {
        return Atlas.read(JsonNode.class, Imports.send(200, "startups?preview=true" + parameters, "text/csv", file));
    }

    private static JsonNode preview(String parameters, String file) {
        return preview(parameters, file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonNode list, String... members) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> {
            List<String> text = new ArrayList<>();
            for (String member : members) {
                text.add(each.get(member).asText());
            }
            texts.add(String.join(" ", text));
        });
        return texts;
    }

    private static long jobs() {
        return Atlas.read(JsonNode.class, TestKeys.asAdmin().get("/v1/imports"))
                .get("data")
                .size();
    }

    private static long revision() {
        return ChangesOf.latestRevision();
    }

    @Test
    void rowsAreToldAsTheyWouldBeWritten() {
        Writes.createStartup("Pv Deux", ",\"city\":\"Fès\",\"country\":\"MA\"");
        long jobs = jobs();
        long revision = revision();
        JsonNode preview = preview(
                "",
                """
                Nom;Ville;Pays;Secteurs;Effectif (milliers);Fax
                Pv Un;Casa;Maroc;fintech, Fintekk;1;x
                Pv Deux;Taza;;;;
                Pv Deux;Safi;;;;
                Pv Trois;;;;;
                Pv Trois;Safi;;;;
                ;Safi;Maroc;;;
                """);
        assertEquals(revision, revision(), "nothing is written");
        assertEquals(jobs, jobs(), "there is no job");
        assertEquals(
                List.of("2 create", "3 update", "4 refuse", "5 create", "6 update", "7 refuse"),
                texts(preview.get("rows"), "line", "action"));
        JsonNode first = preview.at("/rows/0");
        assertEquals(
                "{'name':'Pv Un','country':'MA','city':'Casablanca','sectors':['fintech']}",
                picked(first.get("record"), "name", "country", "city", "sectors"));
        assertFalse(first.get("record").has("id") || first.get("record").has("version"), first::toString);
        assertEquals(List.of("sectors unknown-code Fintekk"), texts(first.get("left_out"), "field", "code", "value"));
        assertEquals("city", preview.at("/rows/1/changed/0/path").textValue());
        assertEquals(List.of("city rows-disagree"), texts(preview.at("/rows/2/problems"), "field", "code"));
        assertEquals(List.of("name required"), texts(preview.at("/rows/5/problems"), "field", "code"));
        assertEquals(
                List.of(
                        "Nom name []",
                        "Ville city []",
                        "Pays country []",
                        "Secteurs sectors []",
                        "Effectif (milliers) null [\"headcount\"]",
                        "Fax null []"),
                StreamSupport.stream(preview.at("/detected/columns").spliterator(), false)
                        .map(column -> column.get("name").asText() + " "
                                + column.get("field").asText() + " " + column.get("nearest"))
                        .toList());
        assertEquals(
                new JobAnswer.Rows(6, 2, 2, 0, 2),
                Imports.csv(
                                "startups?dry_run=true",
                                "Nom;Ville;Pays\nPv Un;Casa;Maroc\nPv Deux;Taza;\nPv Deux;Safi;\nPv Trois;;\nPv Trois;Safi;\n;Safi;Maroc\n")
                        .rows(),
                "a dry run says the same");
    }

    private static String picked(JsonNode record, String... members) {
        List<String> texts = new ArrayList<>();
        for (String member : members) {
            texts.add("'" + member + "':" + record.path(member).toString().replace('"', '\''));
        }
        return "{" + String.join(",", texts) + "}";
    }

    private static String large(int bytes) {
        StringBuilder file = new StringBuilder("name,city,notes\n");
        for (int i = 0; file.length() < bytes; i++) {
            file.append("Pl ")
                    .append(i)
                    .append(",Safi,\"")
                    .append("x".repeat(99_000))
                    .append("\ny\"\n");
        }
        return file.toString();
    }

    @Test
    void onlyTheBeginningOfLargeFilesIsRead() throws IOException {
        String file = large(3 * MIB);
        JsonNode preview = preview("&mode=create", file);
        assertTrue(preview.get("problem").isNull(), preview::toString);
        assertEquals(10, preview.get("rows").size(), "the last row is cut");
        for (JsonNode row : preview.get("rows")) {
            assertEquals("create", row.get("action").textValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(20, preview("", bytes.toByteArray()).get("rows").size());
        String lines = "{\"name\":\"Pl N\",\"notes\":\"" + "é".repeat(100_000) + "\"}\n";
        assertEquals(5, preview("", lines.repeat(20)).get("rows").size());
        assertEquals(
                5,
                preview("", "[" + lines.strip() + ("," + lines.strip()).repeat(19) + "]")
                        .get("rows")
                        .size());
        JsonNode one = preview("", "name,notes\nPl O,\"" + "x".repeat(2 * MIB) + "\"\n");
        assertEquals("[] null", one.get("rows") + " " + one.get("problem"));
    }

    @Test
    void curlShowsPreviewOfLargeFile() throws IOException, InterruptedException {
        Path file = Files.createTempFile("preview", ".csv");
        Path curl = Path.of("/usr/bin/curl");
        if (!Files.exists(curl)) {
            return;
        }
        Files.writeString(file, large(30 * MIB));
        Process process = new ProcessBuilder(
                        curl.toString(),
                        "-sS",
                        "--fail",
                        "-H",
                        "X-API-Key: " + TestKeys.ADMIN,
                        "-H",
                        "Content-Type: text/csv",
                        "--data-binary",
                        "@" + file,
                        "http://localhost:" + io.restassured.RestAssured.port + "/v1/imports/startups?preview=true")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), answer);
        assertEquals(10, Atlas.json(answer).get("rows").size());
        Files.delete(file);
    }

    @Test
    void workbooksAreReadWhole() throws IOException {
        byte[] workbook = Files.readAllBytes(Path.of("src/test/resources/imports/sheets/libreoffice.xlsx"));
        JsonNode preview = preview("", workbook);
        assertEquals("xlsx", preview.at("/detected/format").textValue(), preview::toString);
        assertFalse(preview.get("rows").isEmpty(), preview::toString);
    }

    @Test
    void filesThatCannotBeReadAreTold() {
        JsonNode preview = preview("&lang=fr", "ville;pays\nFès;Maroc\n");
        assertEquals("no-name-column", preview.at("/problem/code").textValue());
        assertTrue(preview.at("/problem/what_to_do").textValue().contains("mapping="), preview::toString);
        assertTrue(preview.get("detected").isNull() && preview.get("rows").isEmpty(), preview::toString);
        JsonNode broken = preview("", "[{\"name\":\"Pb Un\"},\n{\"name\":\"Pb Deux\",}]");
        assertEquals(
                "not-json 2",
                texts(Atlas.json("[" + broken.get("problem") + "]"), "code", "line")
                        .get(0));
        assertEquals(List.of("1 create"), texts(broken.get("rows"), "line", "action"));
        assertEquals(
                "empty-body",
                Atlas.problem(400, Imports.send(400, "startups?preview=true", "text/csv", new byte[0]))
                        .errors()
                        .get(0)
                        .code());
        Atlas.problem(404, Imports.send(404, "startup?preview=true", "text/csv", new byte[1]));
    }

    @Test
    void idempotencyKeyIsNotUsed() {
        for (String name : List.of("Pk Un", "Pk Deux")) {
            assertEquals(
                    200,
                    Writes.of(TestKeys.ADMIN, "text/csv")
                            .header("Idempotency-Key", "preview-1")
                            .body("name\n" + name + "\n")
                            .post("/v1/imports/startups?preview=true")
                            .statusCode());
        }
    }
}
