package org.startupatlas.export;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application with few places for exports and imports, little patience and a small pool of connections; the tests
 * that use it share one database, to which they write.
 */
public final class FewExports implements QuarkusTestProfile {
    /** The places that requests without a key get; a fifth of all is kept for those with one. */
    static final int PLACES = 6;

    static final int KEPT_FOR_KEYS = 1;
    static final int PER_ADDRESS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atlas.exports", String.valueOf(PLACES + KEPT_FOR_KEYS),
                "atlas.exports-per-address", String.valueOf(PER_ADDRESS),
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "atlas.export-patience", "PT2S",
                "atlas.imports", "2",
                "atlas.imports-size", "1",
                "quarkus.datasource.jdbc.max-size", "4");
    }
}
