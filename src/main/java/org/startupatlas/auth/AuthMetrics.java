package org.startupatlas.auth;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts authentication attempts for {@code /q/metrics}. Not tagged by address or key, whose number is unbounded. */
@Singleton
final class AuthMetrics {

    /** The outcome of an attempt; the name is the value of the tag. */
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
            // Registered at startup, so that an alert can distinguish zero from no data.
            counters.put(
                    outcome,
                    Counter.builder("atlas.auth.attempts")
                            .description("Authentication attempts by outcome")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    void count(Outcome outcome) {
        counters.get(outcome).increment();
    }
}
