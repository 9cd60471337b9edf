package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.RedactionAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that refused rows come back as the file had them, and are accepted once they are mended. */
@QuarkusTest
@TestProfile(ForWriting.class)
class RefusedRowsTest {

    private static String refused(JobAnswer job, String language) {
        Response answer = Imports.asCurator(job.report() + "?format=csv&rows=refused&lang=" + language);
        assertTrue(answer.contentType().startsWith("text/csv"), answer.contentType());
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    @Test
    void mendedRowsAreAcceptedAndNothingElseChanges() {
        String file =
                """
                Liste des startups;;;;
                Nom;Site web;Créée en;"Fax; tél";Secteurs
                Rr Un;https://rr-un.ma;2019;+212 522-12;fintech
                Rr Deux;nowhere;bientôt;="0522";Fintekk, AgriTech
                "Rr ""Trois"", SARL";;2020;-;"fintech; agritech"
                Rr Quatre;;2021;=1+1;xx
                """;
        JobAnswer job = Imports.csv("startups?strict=true", file);
        assertEquals(new JobAnswer.Rows(4, 2, 0, 0, 2), job.rows());
        String refused = refused(job, "fr");
        List<String> lines = lines(refused);
        assertEquals(3, lines.size(), refused);
        assertEquals("Nom;Site web;Créée en;\"Fax; tél\";Secteurs;Motif du refus", lines.get(0));
        assertTrue(
                lines.get(1).startsWith("Rr Deux;nowhere;bientôt;\"=\"\"0522\"\"\";Fintekk, AgriTech;"), lines.get(1));
        assertTrue(lines.get(1).contains("Secteurs : « Fintekk » n’est pas connu ici"), lines.get(1));
        assertTrue(lines.get(1).contains("Le plus proche : fintech."), lines.get(1));
        assertTrue(lines.get(1).contains("Site web : « nowhere » n’est pas une adresse"), lines.get(1));
        assertTrue(lines.get(2).startsWith("Rr Quatre;;2021;'=1+1;xx;"), "a formula is not executed");
        long revision = ChangesOf.latestRevision();
        String mended = refused.replace("nowhere", "https://rr-deux.ma")
                .replace(";bientôt;", ";2018;")
                .replace(";Fintekk, AgriTech;", ";\"fintech, AgriTech\";")
                .replace(";xx;", ";fintech;");
        JobAnswer again = Imports.csv("startups?strict=true", mended);
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), again.rows(), () -> Imports.report(again)
                .toString());
        JsonNode reason = again.detected().at("/columns/5");
        assertEquals("Motif du refus", reason.get("name").textValue());
        assertTrue(reason.get("field").isNull() && reason.get("nearest").isEmpty(), reason::toString);
        assertEquals(2, Writes.changesSince(revision).size());
        assertEquals("2018", ImportedCase.value("startups/rr-deux", "/founded"));
        assertEquals(
                new JobAnswer.Rows(4, 0, 0, 2, 2),
                Imports.csv("startups?strict=true", file).rows());
    }

    @Test
    void rowsRefusedTwiceHaveOneReason() {
        JobAnswer first = Imports.csv("startups?strict=true", "name,founded\nRr Cinq,bientôt\n");
        for (String language : List.of("en", "fr", "ar")) {
            JobAnswer second = Imports.csv("startups?strict=true", refused(first, language));
            assertEquals(1, second.rows().refused());
            assertEquals(refused(first, "en"), refused(second, "en"));
            assertEquals(refused(first, "ar"), refused(second, "ar"));
        }
    }

    @Test
    void workbooksAreMendedToo() {
        String file = "Nom,Ville,Créée en,Notes\nRx Un,Fès,bientôt,=1+1\nRx Deux,Taza,2020,\nRx Trois,0012,jamais,-\n";
        JobAnswer job = Imports.csv("startups?strict=true", file);
        byte[] workbook = Imports.asCurator(job.report() + "?format=xlsx&rows=refused&lang=fr")
                .asByteArray();
        JobAnswer again =
                Imports.awaitEnd(Imports.send(202, "startups?strict=true", "application/octet-stream", workbook));
        assertEquals(new JobAnswer.Rows(2, 0, 0, 0, 2), again.rows());
        assertEquals("xlsx", again.detected().get("format").textValue());
        assertEquals(refused(job, "en"), refused(again, "en"), "all cells are as in the first file");
        assertTrue(
                Imports.asCurator(job.report() + "?format=xlsx").contentType().contains("spreadsheetml.sheet"));
    }

    @Test
    void rowsOfJsonAreTables() {
        JobAnswer job = Imports.ndjson(
                "startups?strict=true",
                """
                {"name":"Rj Un","summary":{"fr":"Tapis, kilims"},"sectors":["fintech","agritech"],"founded":"bientôt"}
                {"name":"Rj Deux","city":"Fès","headcount":12}
                {"name":"Rj Trois","diaspora":"perhaps","other_names":[{"name":"R3","kind":"alternate"}]}
                {"name":"Rj Quatre"
                """);
        assertEquals(new JobAnswer.Rows(4, 1, 0, 0, 3), job.rows());
        String refused = refused(job, "en");
        assertEquals(
                "name,summary.fr,sectors,founded,diaspora,other_names,Why refused",
                lines(refused).get(0));
        assertTrue(lines(refused).get(1).startsWith("Rj Un,\"Tapis, kilims\",fintech;agritech,bientôt,,,"), refused);
        assertTrue(lines(refused).get(3).startsWith(",,,,,,\"This is not JSON"), refused);
        assertTrue(lines(refused).get(3).contains("The row says: {\"\"name\"\":\"\"Rj Quatre\"\""), refused);
        String mended = refused.replace("bientôt", "2018").replace("perhaps", "yes");
        JobAnswer again = Imports.csv(
                "startups?strict=true", mended.substring(0, mended.lastIndexOf(",,,,,,\"This is not JSON")));
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), again.rows(), () -> Imports.report(again)
                .toString());
        assertEquals("Tapis, kilims", ImportedCase.value("startups/rj-un", "/summary/fr"));
        assertEquals("agritech", ImportedCase.value("startups/rj-un", "/sectors/1"));
        assertEquals("R3", ImportedCase.value("startups/rj-trois", "/other_names/0/name"));
    }

    @Test
    void rowsThatCannotBeReadAreToldAsText() {
        JobAnswer job =
                Imports.csv("startups", "name,city\n\"Rt \"Deux\" x\",Taza\nRt Trois,Safi\nRt Un,Fès,Maroc,x\n");
        assertEquals(new JobAnswer.Rows(3, 1, 0, 0, 2), job.rows());
        List<String> lines = lines(refused(job, "en"));
        assertEquals("name,city,,,Why refused", lines.get(0));
        assertTrue(lines.get(2).startsWith("Rt Un,Fès,Maroc,x,"), lines.get(2));
        assertTrue(lines.get(1).startsWith(",,,,"), lines.get(1));
        assertTrue(lines.get(1).contains("The row says: \"\"Rt \"\"Deux\"\" x\"\",Taza"), lines.get(1));
        String large = "x".repeat(40_000);
        JobAnswer tooLong = Imports.csv("startups", "name,fax\n," + large + "\n");
        assertTrue(lines(refused(tooLong, "en")).get(1).contains("too long to be shown"), "it is not kept");
    }

    @Test
    void everythingAcceptedIsNoRow() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name\nRu Un\n");
        assertEquals(List.of("name,Why refused"), lines(refused(job, "en")));
    }

    @Test
    void redactionAndDeletionApplyToRows() {
        StartupRecord startup = Writes.createStartup("Rv Un", ",\"notes\":null");
        JobAnswer job = Imports.csv(
                "startups?strict=true",
                "id,notes,founded,contact\n" + startup.id() + ",the secret,bientôt,ask for the secret\n");
        assertTrue(refused(job, "en").contains("the secret"));
        RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"notes\"}");
        String after = refused(job, "en");
        assertFalse(after.contains("secret"), after);
        assertTrue(after.contains(startup.id() + ",,bientôt,,"), after);
        TestKeys.asAdmin().delete(job.report()).then().statusCode(204);
        Atlas.problem(410, TestKeys.asAdmin().get(job.report() + "?format=csv&rows=refused"));
    }

    @Test
    void parametersAreChecked() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name\nRw Un\n");
        assertEquals(
                "unknown-value",
                Atlas.problem(400, TestKeys.asAdmin().get(job.report() + "?rows=refusd"))
                        .errors()
                        .get(0)
                        .code());
        JobAnswer refusing = Imports.csv("startups", "name,country\n,MA\nRw Deux,Atlantide\n");
        JsonNode report = Atlas.read(JsonNode.class, Imports.asCurator(refusing.report() + "?rows=refused"));
        assertEquals(
                "1 1 0",
                report.get("summary").size() + " " + report.get("refused").size() + " "
                        + report.get("left_out").size());
        assertTrue(Imports.asCurator(job.report() + "?rows=all").asString().contains("\"summary\""));
    }
}
