package org.startupatlas.change;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a node that can read the log: a connection alone does not tell that the database answers. */
@Readiness
@Singleton
class LogReadiness implements HealthCheck {

    private final RevisionWatch watch;

    LogReadiness(RevisionWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("change log")
                .status(watch.isReading())
                .withData("revision", watch.revision())
                .build();
    }
}
