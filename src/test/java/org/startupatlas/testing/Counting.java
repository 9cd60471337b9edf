package org.startupatlas.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/**
 * The application with the bundled data on a database that counts statements; Hibernate, which has connections of its own,
 * counts too. The tests that use it write to its database; those that count the statements of lists come first.
 */
public final class Counting implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(CountingDataSource.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.hibernate-orm.statistics", "true");
    }
}
