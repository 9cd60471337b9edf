package org.startupatlas.search.index;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Reports the node as ready while its index is usable. */
@Readiness
@Singleton
class SearchReadiness implements HealthCheck {

    private final SearchIndex index;

    SearchReadiness(SearchIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Long> revision = index.revision();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("search index").status(revision.isPresent());
        revision.ifPresent(reached -> response.withData("revision", reached));
        return response.build();
    }
}
