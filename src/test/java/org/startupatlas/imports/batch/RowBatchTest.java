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
import org.startupatlas.testing.H2Only;

/** Which rows are written together: none that may be the same record. */
@H2Only
class RowBatchTest {

    private static final ResourceSchema STARTUPS = ResourceCatalog.DECLARATIONS.stream()
            .filter(declaration -> declaration.resource().equals("startups"))
            .findFirst()
            .orElseThrow();

    @Test
    void namesOfWhichNoSlugIsMadeAreWrittenTogether() {
        RowBatch block = new RowBatch(STARTUPS);
        for (String name : List.of("أطلس", "زليج", "مراكش")) {
            block.add(row(name, null));
        }
        assertEquals(3, block.rows().size());
    }

    @Test
    void itEndsWithItsLastRow() {
        RowBatch block = new RowBatch(STARTUPS);
        for (int i = 1; i <= RowBatch.MOST_ROWS; i++) {
            assertFalse(block.isFull(), "before row " + i);
            assertTrue(block.add(row("Number " + i, null)));
        }
        assertTrue(block.isFull());
        assertFalse(block.add(row("One more", null)));
    }

    @Test
    void itEndsWithTheRowByWhichItReachesAMebibyte() {
        RowBatch block = new RowBatch(STARTUPS);
        String half = "é".repeat(RowBatch.MOST_BYTES / 4);
        assertTrue(block.add(row("First " + half, null)));
        assertFalse(block.isFull());
        assertTrue(block.add(row("Second " + half, null)));
        assertTrue(block.isFull());
        assertFalse(block.add(row("Third", null)));
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
    void rowsThatMayBeTheSameRecordAreNot(
            String name, String slug, String otherName, String otherSlug, boolean areTogether) {
        RowBatch block = new RowBatch(STARTUPS);
        block.add(row(name, slug));
        assertEquals(areTogether, block.add(row(otherName, otherSlug)));
    }

    private static ImportRow row(String name, String slug) {
        ObjectNode record = Atlas.json().createObjectNode().put("name", name);
        if (slug != null) {
            record.put("slug", slug);
        }
        return new ImportRow(1, 1, record, List.of());
    }
}
