package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application with the bundle that it is released with. The tests that use it and write
 * come last: those of the documents. */
public final class RealBundle implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("bundle.ecosystem", "bundle");
    }
}
