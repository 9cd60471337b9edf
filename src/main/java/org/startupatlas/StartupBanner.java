package org.startupatlas;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.startupatlas.search.index.SearchIndex;

/** Logs the URLs of the API when the node is ready: the server has started and the search has its index. */
@Singleton
class StartupBanner {

    private static final Logger LOG = Logger.getLogger("org.startupatlas");

    private final SearchIndex index;

    StartupBanner(SearchIndex index) {
        this.index = index;
    }

    void logUrls(@ObservesAsync HttpServerStart started) {
        String baseUrl = "http://localhost:" + started.options().getPort();
        index.available()
                .thenRun(() -> LOG.infof(
                        "Startup Atlas is ready. Begin at %s/v1/startups or %s/v1; the documentation is at"
                                + " %s/q/swagger-ui/",
                        baseUrl, baseUrl, baseUrl));
    }
}
