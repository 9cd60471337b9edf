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

/** Real files that nobody made for this API: every row is accounted for. */
@QuarkusTest
@TestProfile(OnReleasedDatabase.class)
class RealFilesTest {

    /** Large corporates, as CSV; of some, several years of foundation are given, or what is no year. */
    @Test
    void fiveHundredCorporates() throws IOException {
        RealFile corporates = new RealFile(
                "sp500_pddl.csv",
                "text/csv",
                503,
                "{\"Security\":\"name\",\"Headquarters Location\":\"city\",\"Founded\":\"founded\",\"Symbol\":\"\","
                        + "\"GICS Sector\":\"\",\"GICS Sub-Industry\":\"\",\"Date added\":\"\",\"CIK\":\"\"}");
        Map<String, Integer> refused = corporates.accountForEveryRow();
        assertEquals(Set.of("founded"), refused.keySet());
    }

    /**
     * Organisations of 213 countries in their own languages and scripts, as their register publishes them (JSON with
     * lists in it, gzip). Six are in Kosovo, whose code is none of ISO 3166-1; two are older than the year 1000, which
     * the file writes with three digits.
     */
    @Test
    void thirtySixThousandOrganisations() throws IOException {
        RealFile organisations = new RealFile(
                "ror_organizations_cc0.jsonl.gz",
                "application/gzip",
                35_990,
                "{\"id\":\"external_ids.ror\",\"names.0.value\":\"name\",\"established\":\"founded\","
                        + "\"locations.0.name\":\"city\",\"locations.0.country_code\":\"country\","
                        + "\"links.0.value\":\"website\",\"types\":\"\",\"status\":\"\",\"domains\":\"\","
                        + "\"relationships\":\"\",\"external_ids\":\"\",\"created\":\"\",\"last_modified\":\"\"}");
        Map<String, Integer> refused = organisations.accountForEveryRow();
        assertEquals(Map.of("country", 6, "founded", 2), refused);
    }

    /** A file, and what its columns are. */
    private record RealFile(String name, String mediaType, int size, String mapping) {

        /**
         * Has it read in twice: each row is counted once, none changes anything the second time, and those that are
         * refused are told.
         *
         * @return how many were refused for which field
         */
        Map<String, Integer> accountForEveryRow() throws IOException {
            byte[] file = Files.readAllBytes(Path.of("src", "test", "resources", "raw", "corpora", name));
            String path = "startups?mapping=" + URLEncoder.encode(mapping, UTF_8);
            JobAnswer first = Imports.toEnd(Imports.send(202, path, mediaType, file));
            JobAnswer.Rows rows = first.rows();
            assertEquals("done", first.state());
            assertEquals(size, rows.read());
            assertEquals(size, rows.created() + rows.updated() + rows.unchanged() + rows.refused());
            assertTrue(rows.created() > size * 0.8, rows.toString());
            assertEquals(rows.updated(), lines(first, "changed").size());
            Map<String, Integer> refused = refusedFields(first);
            assertEquals(rows.refused(), lines(first, "refused").size());
            JobAnswer.Rows again =
                    Imports.toEnd(Imports.send(202, path, mediaType, file)).rows();
            assertEquals(new JobAnswer.Rows(size, 0, 0, size - rows.refused(), rows.refused()), again);
            return refused;
        }

        private static Map<String, Integer> refusedFields(JobAnswer job) {
            Map<String, Integer> fields = new TreeMap<>();
            for (JsonNode refused : Imports.report(job).get("refused")) {
                assertFalse(refused.get("value").textValue().isEmpty());
                assertFalse(refused.get("why").textValue().isEmpty());
                fields.merge(refused.get("field").textValue(), 1, Integer::sum);
            }
            return fields;
        }

        /** The lines that are told of. */
        private static Set<Integer> lines(JobAnswer job, String kind) {
            Set<Integer> lines = new HashSet<>();
            for (JsonNode told : Imports.report(job).get(kind)) {
                lines.add(told.get("line").intValue());
            }
            return lines;
        }
    }
}
