package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.CountingDataSource;
import org.startupatlas.testing.Uncached;
import org.startupatlas.testing.Writes;

/** Tests that computed values take one statement per list that they count. */
@QuarkusTest
@TestProfile(Counting.class)
class LiveStatementCountTest {
    private static final String FIVE_CITIES = "/v1/indicators/technopark_cities";

    @Inject
    CountingDataSource database;

    @Test
    void oneFigureTakesOneCountStatement() {
        Uncached.bytes(FIVE_CITIES + "?expand=live");
        assertEquals(1, statements(FIVE_CITIES).size());
        assertEquals(1, statements(FIVE_CITIES + "?expand=trajectory").size());
        // The record, the partner that the filter names, the revision, the count.
        assertEquals(4, statements(FIVE_CITIES + "?expand=live").size());
        assertEquals(1, statements("/v1/indicators/coverage_5g?expand=live").size());
    }

    @Test
    void sharedFigureIsCountedOnce() {
        String list = "/v1/indicators?expand=live&limit=200";
        Uncached.bytes(list);
        List<String> before = statements(list);
        for (int i = 0; i < 10; i++) {
            Writes.post(
                    201,
                    "/v1/indicators",
                    "{\"name\":\"Alike " + i + "\",\"counted\":{\"resource\":\"sites\","
                            + "\"filters\":\"operator.partner=technopark-morocco&status=open\"}}");
        }
        Uncached.bytes(list); // what was counted of all records and the codes follow the log once more
        assertEquals(before, statements(list));
        assertTrue(before.size() <= 6, "the page, the revision, and two for each list with filters: " + before);
    }

    @Test
    void facetOfRelatedRecordsTakesOneStatementPerRelation() {
        String list = "/v1/partners?limit=200";
        assertEquals(
                statements(list).size() + 2,
                statements(list + "&expand=supported_sectors").size());
    }

    private List<String> statements(String path) {
        database.takeTexts();
        Uncached.bytes(path);
        return database.takeTexts();
    }
}
