package org.startupatlas.changelog;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a node that can read the log: a connection alone does not tell that the database answers. */
@Readiness
@Singleton
class ChangeLogReadiness implements HealthCheck {

    private final RevisionTracker watch;

    ChangeLogReadiness(RevisionTracker watch) {
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
