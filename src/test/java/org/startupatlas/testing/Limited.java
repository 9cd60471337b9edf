package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The application with small limits behind a proxy that forwards addresses: few concurrent streams, exports and imports,
 * short timeouts, few database connections, which are closed soon, and statements with few ids. The tests that use it
 * share one database, to which they write.
 */
public final class Limited implements QuarkusTestProfile {
    /** Concurrent streams without a key; a fifth of all permits is reserved for requests with one. */
    public static final int STREAMS = 24;

    public static final int STREAMS_KEPT_FOR_KEYS = 6;
    public static final int STREAMS_PER_ADDRESS = 8;

    /** Concurrent exports without a key. */
    public static final int EXPORTS = 6;

    public static final int EXPORTS_KEPT_FOR_KEYS = 1;
    public static final int EXPORTS_PER_ADDRESS = 3;

    /** The maximum number of connections to the database. */
    public static final int CONNECTIONS = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("atlas.streams", String.valueOf(STREAMS + STREAMS_KEPT_FOR_KEYS)),
                Map.entry("atlas.streams-per-address", String.valueOf(STREAMS_PER_ADDRESS)),
                Map.entry("atlas.stream-heartbeat", "PT0.5S"),
                Map.entry("atlas.exports", String.valueOf(EXPORTS + EXPORTS_KEPT_FOR_KEYS)),
                Map.entry("atlas.exports-per-address", String.valueOf(EXPORTS_PER_ADDRESS)),
                // the deprecated name of atlas.export-write-timeout
                Map.entry("atlas.export-patience", "PT2S"),
                Map.entry("atlas.imports", "2"),
                Map.entry("atlas.imports-size", "1"),
                Map.entry("atlas.idempotency-cleanup", "PT0.5S"),
                Map.entry("quarkus.datasource.jdbc.max-size", String.valueOf(CONNECTIONS)),
                Map.entry("quarkus.datasource.jdbc.idle-removal-interval", "PT1S"),
                Map.entry("quarkus.datasource.jdbc.max-lifetime", "PT2S")));
        if (!TestDatabase.isPostgresql()) {
            // A database that is closed and opened again would hide what a closed session has left.
            settings.put("quarkus.datasource.jdbc.new-connection-sql", "set db_close_delay -1");
        }
        return settings;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FewRecordsFullText.class);
    }
}
