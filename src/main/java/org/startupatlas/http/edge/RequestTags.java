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
 * Names requests in the metrics by their route, whatever their answer; all that match no route have one name. So clients
 * cannot make tags, of which the metrics would hold a hundred and then count no route that comes later.
 */
@Singleton
final class RequestTags implements HttpServerMetricsTagsContributor, MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";
    private static final String METHOD = "method";

    /** What Quarkus calls a path of which it knows nothing. */
    private static final String NO_ROUTE = "UNKNOWN";

    /** What Quarkus calls the path of one slash. */
    private static final String ROOT = "root";

    private static final String OTHER_METHOD = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", OTHER_METHOD);

    /** Where Quarkus's metrics look for the template of a request, and where its resources put theirs. */
    private static final String PATH_TEMPLATE = "UrlPathTemplate";

    private final RouteTemplates templates;

    RequestTags(RouteTemplates templates) {
        this.templates = templates;
    }

    /**
     * Sets the template of a request, which is its name also where its connection breaks before an answer. Quarkus's own
     * routes are not counted.
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

    /** Rewrites a template as Quarkus has it: with the patterns of its variables, and with a slash before any name. */
    @Override
    public Meter.Id map(Meter.Id id) {
        String uri = id.getTag(URI);
        if (uri == null || !id.getName().equals(REQUESTS)) {
            return id;
        }
        String name = uri.equals("/" + NO_ROUTE) ? NO_ROUTE : RouteTemplates.bare(uri);
        return name.equals(uri) ? id : id.replaceTags(Tags.of(id.getTags()).and(URI, name));
    }

    /** Leaves out a request that was broken off, of which nothing is contributed, where its method is its own. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().equals(REQUESTS) && !METHODS.contains(String.valueOf(id.getTag(METHOD)))
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    private String name(String path) {
        return path.equals("/") ? ROOT : templates.of(path).orElse(NO_ROUTE);
    }
}
