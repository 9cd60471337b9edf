package org.startupatlas.imports.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;

/** Tests that rows of possibly the same record are not in one batch. */
class RowBatchTest {

    private static final ResourceSchema STARTUPS = ResourceCatalog.SCHEMAS.stream()
            .filter(schema -> schema.resource().equals("startups"))
            .findFirst()
            .orElseThrow();

    @Test
    void rowsWithoutGeneratedSlugsShareBatch() {
        RowBatch batch = new RowBatch(STARTUPS);
        for (String name : List.of("أطلس", "زليج", "مراكش")) {
            batch.add(row(name, null));
        }
        assertEquals(3, batch.rows().size());
    }

    @Test
    void endsAtMaximumRows() {
        RowBatch batch = new RowBatch(STARTUPS);
        for (int i = 1; i <= RowBatch.MAX_ROWS; i++) {
            assertFalse(batch.isFull(), "before row " + i);
            assertTrue(batch.add(row("Number " + i, null)));
        }
        assertTrue(batch.isFull());
        assertFalse(batch.add(row("One more", null)));
    }

    @Test
    void endsAtMaximumBytes() {
        RowBatch batch = new RowBatch(STARTUPS);
        String half = "é".repeat(RowBatch.MAX_BYTES / 4);
        assertTrue(batch.add(row("First " + half, null)));
        assertFalse(batch.isFull());
        assertTrue(batch.add(row("Second " + half, null)));
        assertTrue(batch.isFull());
        assertFalse(batch.add(row("Third", null)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Atlas Oil, -, Atlas Oil SARL, -, false",
                "Atlas Oil, -, Atlass Oil, -, false",
                "Atlas Oil, -, Zellige, atlas-oil, false",
                "Atlas Oil, argan, Zellige, atlas-oil, true",
                "Atlas Oil, -, Zellige, -, true",
            })
    void rowsOfPossiblySameRecordDoNotShareBatch(
            String name, String slug, String otherName, String otherSlug, boolean areTogether) {
        RowBatch batch = new RowBatch(STARTUPS);
        batch.add(row(name, slug));
        assertEquals(areTogether, batch.add(row(otherName, otherSlug)));
    }

    private static ImportRow row(String name, String slug) {
        ObjectNode record = Atlas.json().createObjectNode().put("name", name);
        if (slug != null) {
            record.put("slug", slug);
        }
        return new ImportRow(1, 1, record, List.of());
    }
}
