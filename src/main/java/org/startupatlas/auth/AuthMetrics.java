package org.startupatlas.auth;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts the checks of keys, for {@code /q/metrics}; never by address or key, of which there is no end. */
@Singleton
final class AuthMetrics {

    /** How a check of a key ended. */
    enum Outcome {
        ACCEPTED,
        KEY_MISSING,
        KEY_INVALID,
        ROLE_TOO_SMALL,
        THROTTLED,
        KEY_IN_URL
    }

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    AuthMetrics(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            // All from the start, so that an alarm can tell zero from nothing.
            counters.put(
                    outcome,
                    Counter.builder("atlas.access")
                            .description("Checks of keys, by how they ended")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    void count(Outcome outcome) {
        counters.get(outcome).increment();
    }
}
