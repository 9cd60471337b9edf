package org.startupatlas.changelog;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the node as ready while it can read the log. An open connection alone does not prove that the database
 * responds.
 */
@Readiness
@Singleton
class ChangeLogReadiness implements HealthCheck {

    private final RevisionTracker revisionTracker;

    ChangeLogReadiness(RevisionTracker revisionTracker) {
        this.revisionTracker = revisionTracker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("change log")
                .status(revisionTracker.isReading())
                .withData("revision", revisionTracker.revision())
                .build();
    }
}
