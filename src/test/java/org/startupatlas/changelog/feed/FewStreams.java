package org.startupatlas.changelog.feed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.startupatlas.testing.TestDatabase;

/**
 * The application with few places for streams, quick heartbeats, and connections and keys that soon are old, behind a proxy
 * that says where requests come from; the tests that use it share one database.
 */
public final class FewStreams implements QuarkusTestProfile {
    /** All places; a fifth of them is kept for requests with a key. */
    static final int ALL_PLACES = 30;

    static final int KEPT_FOR_KEYS = 6;

    /** The places that requests without a key get. */
    static final int PLACES = ALL_PLACES - KEPT_FOR_KEYS;

    static final int PER_ADDRESS = 8;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "atlas.streams", String.valueOf(ALL_PLACES),
                "atlas.streams-per-address", String.valueOf(PER_ADDRESS),
                "atlas.stream-heartbeat", "PT0.5S",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "atlas.idempotency-cleanup", "PT0.5S",
                "quarkus.datasource.jdbc.idle-removal-interval", "PT1S",
                "quarkus.datasource.jdbc.max-lifetime", "PT2S"));
        if (!TestDatabase.isPostgresql()) {
            // What a closed session leaves behind would not be seen in a database that is opened anew.
            settings.put("quarkus.datasource.jdbc.new-connection-sql", "set db_close_delay -1");
        }
        return settings;
    }
}
