package org.startupatlas;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Logs the URLs of the API when the server has started. */
@Singleton
class StartupBanner {

    private static final Logger LOG = Logger.getLogger("org.startupatlas");

    void logUrls(@ObservesAsync HttpServerStart started) {
        String baseUrl = "http://localhost:" + started.options().getPort();
        LOG.infof(
                "Startup Atlas answers. Begin at %s/v1/startups or %s/v1; the documentation is at %s/q/swagger-ui/",
                baseUrl, baseUrl, baseUrl);
    }
}
