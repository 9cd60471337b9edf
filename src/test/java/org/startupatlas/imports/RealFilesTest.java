package org.startupatlas.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.startupatlas.dbcopy.OnReleasedDatabase;

/** Tests that real files, not made for this API, are imported row by row. */
@QuarkusTest
@TestProfile(OnReleasedDatabase.class)
class RealFilesTest {

    /** Large corporates, as CSV. Some have several founding years, or a text that is not a year. */
    @Test
    void importsFiveHundredCorporates() throws IOException {
        RealFile corporates = new RealFile(
                "sp500_pddl.csv",
                "text/csv",
                503,
                "{\"Security\":\"name\",\"Headquarters Location\":\"city\",\"Founded\":\"founded\",\"Symbol\":\"\","
                        + "\"GICS Sector\":\"\",\"GICS Sub-Industry\":\"\",\"Date added\":\"\",\"CIK\":\"\"}");
        Map<String, Integer> leftOut = corporates.accountForEveryRow();
        assertEquals(Set.of("founded"), leftOut.keySet());
    }

    /**
     * Organisations of 213 countries in their own languages and scripts, as their registry publishes them (JSON with
     * nested lists, gzip). Six are in Kosovo, whose code is not in ISO 3166-1; two are older than the year 1000, which
     * the file writes with three digits.
     */
    @Test
    void importsThirtySixThousandOrganisations() throws IOException {
        RealFile organisations = new RealFile(
                "ror_organizations_cc0.jsonl.gz",
                "application/gzip",
                35_990,
                "{\"id\":\"external_ids.ror\",\"names.0.value\":\"name\",\"established\":\"founded\","
                        + "\"locations.0.name\":\"city\",\"locations.0.country_code\":\"country\","
                        + "\"links.0.value\":\"website\",\"types\":\"\",\"status\":\"\",\"domains\":\"\","
                        + "\"relationships\":\"\",\"external_ids\":\"\",\"created\":\"\",\"last_modified\":\"\"}");
        Map<String, Integer> leftOut = organisations.accountForEveryRow();
        assertEquals(Map.of("country", 6, "founded", 2), leftOut);
    }

    /** A file with its column mapping. */
    private record RealFile(String name, String mediaType, int size, String mapping) {

        /**
         * Imports the file twice: each row is counted once, no row changes anything the second time, and cells that are
         * not understood are reported.
         *
         * @return the number of cells left out by field
         */
        Map<String, Integer> accountForEveryRow() throws IOException {
            byte[] file = Files.readAllBytes(Path.of("src", "test", "resources", "raw", "corpora", name));
            String path = "startups?mapping=" + URLEncoder.encode(mapping, UTF_8);
            JobAnswer first = Imports.awaitEnd(Imports.send(202, path, mediaType, file));
            JobAnswer.Rows rows = first.rows();
            assertEquals("done", first.state());
            assertEquals(size, rows.read());
            assertEquals(size, rows.created() + rows.updated() + rows.unchanged() + rows.refused());
            assertTrue(rows.created() > size * 0.8, rows.toString());
            assertEquals(rows.updated(), lines(first, "changed").size());
            Map<String, Integer> leftOut = fieldsLeftOut(first);
            assertEquals(rows.refused(), lines(first, "refused").size());
            JobAnswer.Rows again =
                    Imports.awaitEnd(Imports.send(202, path, mediaType, file)).rows();
            assertEquals(new JobAnswer.Rows(size, 0, 0, size - rows.refused(), rows.refused()), again);
            return leftOut;
        }

        private static Map<String, Integer> fieldsLeftOut(JobAnswer job) {
            Map<String, Integer> fields = new TreeMap<>();
            for (JsonNode cell : Imports.report(job).get("left_out")) {
                assertFalse(cell.get("value").textValue().isEmpty());
                assertFalse(cell.get("why").textValue().isEmpty());
                fields.merge(cell.get("field").textValue(), 1, Integer::sum);
            }
            return fields;
        }

        /** Returns the lines in the report. */
        private static Set<Integer> lines(JobAnswer job, String kind) {
            Set<Integer> lines = new HashSet<>();
            for (JsonNode entry : Imports.report(job).get(kind)) {
                lines.add(entry.get("line").intValue());
            }
            return lines;
        }
    }
}
