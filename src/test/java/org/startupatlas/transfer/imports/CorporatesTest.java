package org.startupatlas.transfer.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.startupatlas.writing.ForWriting;

/** A real file that nobody made for this API, of 503 large corporates: every row is accounted for. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CorporatesTest {

    private static final int ROWS = 503;

    private static final String MAPPING =
            "{\"Security\":\"name\",\"Headquarters Location\":\"city\",\"Founded\":\"founded\",\"Symbol\":\"\","
                    + "\"GICS Sector\":\"\",\"GICS Sub-Industry\":\"\",\"Date added\":\"\",\"CIK\":\"\"}";

    @Test
    void everyRowIsAccountedForAndNoneChangesTheSecondTime() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src", "test", "resources", "raw", "corpora", "sp500_pddl.csv"));
        String path = "startups?mapping=" + URLEncoder.encode(MAPPING, StandardCharsets.UTF_8);
        JobAnswer first = Imports.toEnd(Imports.send(202, path, "text/csv", file));
        JobAnswer.Rows rows = first.rows();
        assertEquals("done", first.state());
        assertEquals(ROWS, rows.read());
        assertEquals(ROWS, rows.created() + rows.updated() + rows.unchanged() + rows.refused());
        assertTrue(rows.created() > 400 && rows.refused() > 0, rows.toString());
        assertEquals(rows.refused(), refusedLines(first).size());
        JobAnswer.Rows again =
                Imports.toEnd(Imports.send(202, path, "text/csv", file)).rows();
        assertEquals(new JobAnswer.Rows(ROWS, 0, 0, ROWS - rows.refused(), rows.refused()), again);
    }

    private static Set<Integer> refusedLines(JobAnswer job) {
        Set<Integer> lines = new HashSet<>();
        for (JsonNode refused : Imports.report(job).get("refused")) {
            lines.add(refused.get("line").intValue());
            assertEquals("founded", refused.get("field").textValue());
            assertFalse(refused.get("value").textValue().isEmpty());
            assertFalse(refused.get("why").textValue().isEmpty());
        }
        return lines;
    }
}
