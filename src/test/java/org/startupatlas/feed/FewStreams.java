package org.startupatlas.feed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application with few places for streams and quick heartbeats; the tests that use it share one database. */
public final class FewStreams implements QuarkusTestProfile {
    static final int PLACES = 24;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("atlas.streams", String.valueOf(PLACES), "atlas.stream-heartbeat", "PT0.5S");
    }
}
