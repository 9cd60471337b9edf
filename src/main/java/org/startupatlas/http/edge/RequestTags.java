package org.startupatlas.http.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Tags the request metrics with the route template, whatever the response; all requests without a route share one tag.
 * Otherwise clients could create tags: the metrics hold a hundred of them and then count no further route.
 */
@Singleton
final class RequestTags implements HttpServerMetricsTagsContributor, MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final String METHOD = "method";

    /** Quarkus's tag for an unknown path. */
    private static final String NO_ROUTE = "UNKNOWN";

    /** Quarkus's tag for the path {@code /}. */
    private static final String ROOT = "root";

    private static final String OTHER_METHOD = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", OTHER_METHOD);

    /**
     * The key under which Quarkus's metrics look up the template of a request, and under which its resources store
     * theirs.
     */
    private static final String PATH_TEMPLATE = "UrlPathTemplate";

    private final Routes routes;

    RequestTags(Routes routes) {
        this.routes = routes;
    }

    /**
     * Sets the template of a request, which is its tag even if the connection is closed before a response. Quarkus's
     * own routes are not counted.
     */
    void assign(RoutingContext context) {
        if (!context.request().path().startsWith(EdgeFilter.MANAGEMENT)) {
            Vertx.currentContext().putLocal(PATH_TEMPLATE, name(context.normalizedPath()));
        }
    }

    @Override
    public Tags contribute(Context context) {
        String assigned = context.requestContextLocalData(PATH_TEMPLATE);
        String method = context.request().method().name();
        return Tags.of(
                URI,
                assigned == null || assigned.equals("/")
                        ? name(context.request().path())
                        : assigned,
                METHOD,
                METHODS.contains(method) ? method : OTHER_METHOD);
    }

    /** Normalizes Quarkus's templates, which contain the patterns of their variables, and a slash before any tag. */
    @Override
    public Meter.Id map(Meter.Id id) {
        String uri = id.getTag(URI);
        if (uri == null || !id.getName().equals(REQUESTS)) {
            return id;
        }
        String name = uri.equals("/" + NO_ROUTE) ? NO_ROUTE : Routes.withoutPatterns(uri);
        return name.equals(uri) ? id : id.replaceTags(Tags.of(id.getTags()).and(URI, name));
    }

    /**
     * Rejects the metric of an aborted request with an unknown method: {@link #contribute} is not called for aborted
     * requests.
     */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().equals(REQUESTS) && !METHODS.contains(String.valueOf(id.getTag(METHOD)))
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    private String name(String path) {
        return path.equals("/") ? ROOT : routes.template(path).orElse(NO_ROUTE);
    }
}
