package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application with countries and vocabularies only and without an admin key, so that nothing is written over HTTP. It
 * has a short idle timeout and shorter heartbeats. The tests that use it share one database.
 */
public final class Bare implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atlas.sample-data", "false",
                // A blank key is ignored.
                "atlas.admin-key", "  ",
                "quarkus.http.idle-timeout", "PT4S",
                "atlas.stream-heartbeat", "PT0.5S");
    }
}
