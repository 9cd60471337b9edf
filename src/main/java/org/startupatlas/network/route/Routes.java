package org.startupatlas.network.route;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The routes from a startup to a destination as JSON. */
@Schema(
        name = "Routes",
        description = "At most three routes that differ, the shortest first; none where no chain leads there.",
        example = Routes.EXAMPLE)
record Routes(
        NodeJson from, NodeJson to, @Schema(maxItems = RouteFinder.MAX_ROUTES) List<RouteJson> data, NetworkMeta meta) {

    static final String EXAMPLE =
            """
            {"from":{"resource":"startups","id":"019dadd7-e400-7000-8000-000000000001","slug":"cloudfret",\
            "name":"CloudFret"},"to":{"resource":"countries","id":"FR","slug":"FR","name":"France"},\
            "data":[{"hops":1,"strength":0.648,"sentence":"France: CloudFret counts it among its markets.",\
            "chain":[]}],"meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""";

    Routes {
        data = List.copyOf(data);
    }
}
