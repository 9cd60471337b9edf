package org.startupatlas.http.edge;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Publishes renamed metrics under their old names too, for existing dashboards and alerts. Micrometer records each value
 * in every registry: this one contains only the renamed metrics, and {@code /q/metrics} shows both.
 */
@Singleton
final class DeprecatedMetricNames {

    private static final Map<String, String> OLD_NAMES = Map.of(
            "atlas.auth.attempts", "atlas.access",
            "atlas.streams.active", "atlas.streams",
            "atlas.exports.active", "atlas.exports",
            "atlas.changelog.lock.held", "atlas.block.locked",
            "atlas.changelog.lock.held.before.commit", "atlas.block.locked.before.commit");

    @Produces
    @Singleton
    @SuppressWarnings("deprecation") // Quarkus uses Micrometer's older registry of Prometheus
    MeterRegistry registry(PrometheusMeterRegistry current, PrometheusConfig config, Clock clock) {
        MeterRegistry registry = new PrometheusMeterRegistry(config, current.getPrometheusRegistry(), clock);
        registry.config()
                .meterFilter(MeterFilter.denyUnless(id -> OLD_NAMES.containsValue(id.getName())))
                .meterFilter(new MeterFilter() {
                    @Override
                    public Meter.Id map(Meter.Id id) {
                        return id.withName(OLD_NAMES.getOrDefault(id.getName(), id.getName()));
                    }
                });
        return registry;
    }
}
