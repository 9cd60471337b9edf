package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.CountingDataSource;

/** Tests that a cached response takes no statement. */
@QuarkusTest
@TestProfile(Counting.class)
class CachedStatementCountTest {
    @Inject
    CountingDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/startups?sectors=fintech&total=true", "/v1/startups/chari?expand=programs", "/v1/meta"})
    void cachedResponseTakesNoStatement(String path) {
        Atlas.get(200, path);
        database.takeCount();
        Atlas.get(200, path);
        assertEquals(0, database.takeCount());
    }
}
