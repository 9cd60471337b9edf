package org.startupatlas.auth;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The application behind a proxy that says where requests come from, so that each test can come from elsewhere; it closes
 * idle connections soon, and has heartbeats that are quicker.
 */
public final class BehindProxy implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.idle-timeout", "PT4S",
                "atlas.stream-heartbeat", "PT0.5S");
    }
}
