package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.RedactionAnswer;
import org.startupatlas.testing.Writes;

/** Tests the summary of reports, and that all faults of a row are reported at once. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ReportForPeopleTest {

    private static JsonNode report(JobAnswer job, String language) {
        return Atlas.read(JsonNode.class, Imports.asCurator(job.report() + "?lang=" + language));
    }

    private static List<NamedCsvRecord> csv(JobAnswer job) {
        String text = Imports.asCurator(job.report() + "?format=csv").asString();
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    /** Returns a text {@code field code} for each refusal of a line. */
    private static List<String> faults(JobAnswer job, int line) {
        List<String> faults = new ArrayList<>();
        Imports.report(job).get("refused").forEach(each -> {
            if (each.get("line").intValue() == line) {
                faults.add(each.get("field").asText() + " " + each.get("code").textValue());
            }
        });
        return faults.stream().sorted().toList();
    }

    @Test
    void causesComeFirstByFrequency() {
        StringBuilder file = new StringBuilder("Nom;Secteurs;Pays\n");
        for (int i = 0; i < 177; i++) {
            file.append("Cause Of ").append(i).append(";Fintekk;Maroc\n");
        }
        file.append(";fintech;Maroc\n;fintech;Maroc\nCause Last;fintech;Atlantide\n");
        JobAnswer job = Imports.csv("startups?dry_run=true", file.toString());
        JsonNode report = report(job, "en");
        assertEquals("summary", report.fieldNames().next());
        List<String> causes = new ArrayList<>();
        report.get("summary")
                .forEach(cause ->
                        causes.add(cause.get("rows") + " " + cause.get("kind").textValue() + " "
                                + cause.get("field").textValue() + " "
                                + cause.get("code").textValue() + " "
                                + cause.get("value").textValue()));
        assertEquals(
                List.of(
                        "177 left_out sectors unknown-code Fintekk",
                        "2 refused name required null",
                        "1 left_out country unknown-code Atlantide"),
                causes);
        JsonNode first = report.at("/summary/0");
        assertEquals("fintech", first.get("did_you_mean").textValue());
        assertEquals(2, first.get("line").intValue());
        assertEquals(
                "177 rows, Secteurs: 'Fintekk' is not known here; /v1/vocabularies/sectors lists what is. Nearest: fintech.",
                first.get("why").textValue());
        assertTrue(first.get("what_to_do").textValue().startsWith("Write one of the known words"), first::toString);
        assertEquals(
                "2 lignes, Nom : Ceci manque.",
                report(job, "fr").at("/summary/1/why").textValue());
        assertEquals(
                "عدد الصفوف 177، Secteurs: «Fintekk» غير معروف هنا؛ وفي /v1/vocabularies/sectors قائمة بالمعروف. الأقرب: fintech.",
                report(job, "ar").at("/summary/0/why").textValue());
        List<NamedCsvRecord> lines = csv(job);
        assertEquals(
                List.of("summary 177 fintech", "summary 2 ", "summary 1 "),
                lines.subList(0, 3).stream()
                        .map(line -> line.getField("kind") + " " + line.getField("rows") + " "
                                + line.getField("did_you_mean"))
                        .toList());
        assertEquals(first.get("why").textValue(), lines.get(0).getField("why"));
        assertEquals("fintech", line(lines, "left_out", "2").getField("did_you_mean"));
        assertFalse(line(lines, "left_out", "2").getField("what_to_do").isEmpty());
    }

    private static NamedCsvRecord line(List<NamedCsvRecord> lines, String kind, String line) {
        return lines.stream()
                .filter(each -> each.getField("kind").equals(kind)
                        && each.getField("line").equals(line))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void causesAreBounded() {
        StringBuilder file = new StringBuilder("Nom;Pays\n");
        for (int i = 0; i < 130; i++) {
            file.append("Bounded ").append(i).append(";Atlantide ").append(i).append('\n');
        }
        JobAnswer job = Imports.csv("startups?dry_run=true", file.toString());
        JsonNode report = Imports.report(job);
        assertEquals(100, report.get("summary").size());
        assertEquals(30, report.get("more_causes").intValue());
        NamedCsvRecord more = csv(job).get(100);
        assertEquals("30 more causes; the lines below tell of them.", more.getField("why"));
    }

    @Test
    void causesTellOfConflictsAndDuplicates() {
        Writes.createStartup("Cause Kilims", ",\"city\":\"Fès\"");
        JobAnswer job =
                Imports.csv("startups?conflict=ask&dry_run=true", "name,city\nCause Kilims,Taza\nCause Kilems,\n");
        List<String> kinds = new ArrayList<>();
        Imports.report(job)
                .get("summary")
                .forEach(cause -> kinds.add(
                        cause.get("kind").textValue() + " " + cause.get("field").textValue()));
        assertEquals(
                List.of("conflict city", "possible_duplicate name"),
                kinds.stream().sorted().toList());
        assertEquals("", line(csv(job), "conflict", "2").getField("did_you_mean"));
    }

    @Test
    void redactedValuesAreNotInSummary() {
        StartupRecord startup = Writes.createStartup("Cause Redacted", ",\"notes\":null");
        JobAnswer job = Imports.csv("startups?strict=true", "id,founded\n" + startup.id() + ",secretly\n");
        RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"founded\"}");
        JsonNode cause = Imports.report(job).at("/summary/0");
        assertFalse(cause.toString().contains("secretly"), cause::toString);
        assertNull(cause.get("value").textValue());
    }

    @Test
    void faultsOfValuesAndRulesAreToldTogether() {
        JobAnswer job = Imports.csv(
                "startups?strict=true",
                """
                name;founded;founded_year;closed;website;sectors
                All Un;2020-05;2018;2019;contact@all.ma;fintech
                All Deux;bientôt;;2019;contact@all.ma;fintech, Fintekk
                """);
        assertEquals(List.of("closed before", "founded_year not-the-year-of", "website invalid-value"), faults(job, 2));
        assertEquals(
                List.of("founded invalid-value", "sectors.1 unknown-code", "website invalid-value"), faults(job, 3));
    }

    @Test
    void faultsOfMatchingAndValuesAreToldTogether() {
        JobAnswer rows = Imports.csv(
                "startups?strict=true",
                """
                name;city;website;founded
                All Trois;Safi;;
                All Trois;Taza;nowhere;bientôt
                """);
        assertEquals(List.of("city rows-disagree", "founded invalid-value", "website invalid-value"), faults(rows, 3));
        Writes.createStartup("All Namesake", ",\"slug\":\"all-namesake-one\"");
        Writes.createStartup("All Namesake", ",\"slug\":\"all-namesake-two\"");
        JobAnswer ambiguous =
                Imports.csv("funding_rounds?strict=true", "name;startup;date\nAll Round;All Namesake;bientôt\n");
        assertEquals(List.of("date invalid-value", "startup ambiguous-match"), faults(ambiguous, 2));
        JobAnswer id = Imports.csv("startups?strict=true", "id;name;founded\nabc;All Quatre;bientôt\n");
        assertEquals(List.of("founded invalid-value", "id invalid-value"), faults(id, 2));
    }

    @Test
    void faultsOfReadingAndValuesAreToldTogether() {
        byte[] file = Writes.bytes("name;city;website;country\nAll Cinq éléphant;Fs;nowhere;Atlantide\n");
        file[new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Fs") + 1] = (byte) 0xe8;
        JobAnswer job = Imports.awaitEnd(Imports.send(202, "startups?strict=true&charset=UTF-8", "text/csv", file));
        assertEquals(List.of("city not-in-charset", "country unknown-code", "website invalid-value"), faults(job, 2));
        JobAnswer json = Imports.ndjson(
                "startups?strict=true", "{\"name\":\"All\\u0000 Six\",\"website\":\"nowhere\",\"headcount\":[1]}\n");
        assertEquals(List.of("headcount invalid-value", "name invalid-text", "website invalid-value"), faults(json, 1));
        JobAnswer ragged = Imports.csv("startups?strict=true", "name;website\nAll Sept;nowhere;x\n");
        assertEquals(List.of("null ragged-row"), faults(ragged, 2), "its cells may be shifted");
    }

    @Test
    void takenIdsAreToldWithOtherFaults() {
        Writes.createStartup("All Owner", ",\"external_ids\":{\"wikidata\":\"Q424242421\"}");
        Writes.createStartup("All Owner Deux", ",\"external_ids\":{\"ice\":\"000000000000042\"}");
        JobAnswer job = Imports.csv(
                "startups?strict=true",
                "name;external_ids.ice;external_ids.wikidata;founded\nAll Huit;000000000000042;Q424242421;bientôt\n");
        assertEquals(List.of("external_ids.ice external-id-taken", "founded invalid-value"), faults(job, 2));
        assertEquals(
                List.of("closed", "website"),
                Atlas.json(Writes.post(
                                        422,
                                        "/v1/startups",
                                        "{\"name\":\"All Neuf\",\"founded\":\"2020\",\"closed\":\"2019\",\"website\":\"x\"}")
                                .asString())
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").textValue().substring(1))
                        .sorted()
                        .toList(),
                "the same in the API");
    }
}
