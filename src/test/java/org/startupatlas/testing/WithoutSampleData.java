package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application with countries and vocabularies only; the tests that use it share one database. */
public final class WithoutSampleData implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("atlas.sample-data", "false");
    }
}
