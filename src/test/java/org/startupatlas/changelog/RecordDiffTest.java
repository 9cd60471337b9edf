package org.startupatlas.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;

/** Tests the differences between two versions of a record. */
@H2Only
class RecordDiffTest {
    private static final ResourceSchema STARTUPS = ResourceCatalog.SCHEMAS.get(0);

    /** A record with a time of whole seconds once changed when it was sent back unchanged. */
    @Test
    void formatOfATimeIsNoDifference() throws IOException {
        ObjectNode before = startup();
        ObjectNode after = before.deepCopy();
        before.put("created_at", "2026-11-23T11:33:51.000Z");
        after.put("created_at", "2026-11-23T11:33:51Z");
        assertEquals("[]", RecordDiff.between(STARTUPS, before, after).toString());
    }

    @Test
    void changedValuesAreListedByPath() throws IOException {
        ObjectNode before = startup();
        ObjectNode after = before.deepCopy();
        after.put("headcount", 3);
        ((ObjectNode) after.get("summary")).put("fr", "Un");
        after.putArray("sectors").add("fintech");
        JsonNode changed = RecordDiff.between(STARTUPS, before, after);
        assertEquals("summary.fr", changed.at("/0/path").textValue());
        assertEquals("sectors", changed.at("/1/path").textValue());
        assertEquals("headcount", changed.at("/2/path").textValue());
        assertEquals(3, changed.at("/2/to").intValue());
    }

    @Test
    void numbersAreComparedAsTheyAreWritten() throws IOException {
        ObjectNode before = startup().put("headcount", 3);
        ObjectNode after = before.deepCopy().put("headcount", 3L);
        assertEquals("[]", RecordDiff.between(STARTUPS, before, after).toString());
        after.put("headcount", new BigDecimal("3.0"));
        assertEquals(1, RecordDiff.between(STARTUPS, before, after).size());
    }

    @Test
    void orderOfElementsIsADifferenceAndThatOfMembersIsNone() throws IOException {
        ObjectNode before = startup();
        before.putArray("markets").addObject().put("country", "FR").put("mode", "export");
        before.putArray("sectors").add("fintech").add("edtech");
        ObjectNode after = before.deepCopy();
        after.putArray("markets").addObject().put("mode", "export").put("country", "FR");
        assertEquals("[]", RecordDiff.between(STARTUPS, before, after).toString());
        after.putArray("sectors").add("edtech").add("fintech");
        assertEquals(1, RecordDiff.between(STARTUPS, before, after).size());
    }

    private static ObjectNode startup() throws IOException {
        try (InputStream bundle = RecordDiffTest.class.getResourceAsStream("/bundle/startups.ndjson")) {
            return (ObjectNode) Atlas.json().readTree(bundle);
        }
    }
}
