package org.startupatlas.transfer.exports;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application with few places for exports and imports, little patience and a small pool of connections; the tests that use it
 * share one database, to which they write.
 */
public final class FewExports implements QuarkusTestProfile {
    static final int PLACES = 6;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atlas.exports", String.valueOf(PLACES),
                "atlas.export-patience", "PT2S",
                "atlas.imports", "2",
                "atlas.imports-size", "1",
                "quarkus.datasource.jdbc.max-size", "4");
    }
}
