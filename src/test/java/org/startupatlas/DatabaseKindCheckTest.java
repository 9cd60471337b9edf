package org.startupatlas;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.H2Only;

/** Tests that a build for one database does not start on another, nor on an embedded one with other writers. */
@H2Only
class DatabaseKindCheckTest {
    @Test
    void otherDatabaseIsRejectedWithTheBuildOption() {
        String refusal = refusal("h2", "jdbc:postgresql://localhost/atlas");
        assertTrue(refusal.contains("-Ddb=postgresql"), refusal);
        assertTrue(refusal("postgresql", "jdbc:h2:file:./data/atlas").contains("-Ddb=h2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://localhost/~/atlas",
                "jdbc:h2:ssl://localhost/~/atlas",
                "jdbc:h2:file:./data/atlas;auto_server=true"
            })
    void embeddedDatabaseWithOtherWritersIsRejected(String url) {
        assertTrue(refusal("h2", url).contains("one process"));
    }

    @Test
    void ownDatabaseIsAccepted() {
        assertDoesNotThrow(
                () -> new DatabaseKindCheck("h2", "jdbc:h2:file:./data/atlas;MODE=PostgreSQL").customize(null));
        assertDoesNotThrow(() -> new DatabaseKindCheck("postgresql", "jdbc:postgresql://db/atlas").customize(null));
    }

    private static String refusal(String kind, String url) {
        return assertThrows(ConfigurationException.class, () -> new DatabaseKindCheck(kind, url).customize(null))
                .getMessage();
    }
}
