package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/**
 * The application with the small ecosystem, a database of its own, which the tests that use it write to, and a current
 * day that they set.
 */
public final class ForWriting implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(SettableDay.class);
    }
}
