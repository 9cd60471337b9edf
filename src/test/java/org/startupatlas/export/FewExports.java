package org.startupatlas.export;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application with few permits for exports and imports, a short write timeout and a small pool of connections. The
 * tests that use it share one database, to which they write.
 */
public final class FewExports implements QuarkusTestProfile {
    /** The permits for requests without a key; a fifth of all permits is reserved for requests with one. */
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
