package org.startupatlas.network.reach;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RouteJson;
import org.startupatlas.network.route.RoutesTo;
import org.startupatlas.schema.Language;

/** Who reaches a country, as JSON. */
@Schema(
        description = "Who reaches a country, the nearest first.",
        example =
                """
                {"country":{"resource":"countries","id":"JP","slug":"JP","name":"Japan"},\
                "startups":{"total":0,"data":[]},"programs":{"total":0,"data":[]},\
                "partners":{"total":0,"data":[]},\
                "meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""")
record CountryReach(NodeJson country, Group startups, Group programs, Group partners, NetworkMeta meta) {

    /** The records of one resource. */
    @Schema(name = "ReachingGroup", description = "The records of a resource, at most as many as limit says.")
    record Group(long total, @Schema(maxItems = Limits.MAX_NETWORK_ROWS) List<Reaching> data) {

        Group {
            data = List.copyOf(data);
        }
    }

    /** A record that reaches the country. */
    @Schema(name = "Reaching", description = "A record, with the shortest and then strongest way.")
    record Reaching(
            NodeJson node,
            @Schema(minimum = "1", maximum = "6") int hops,
            BigDecimal strength,
            @Schema(maxItems = RoutesTo.MAX_HOPS, description = "Whom it leads through.") List<NodeJson> through) {

        Reaching {
            through = List.copyOf(through);
        }
    }

    static CountryReach of(ChainGraph graph, RecordKey country, int limit, Language language, NetworkMeta meta) {
        RoutesTo routes = RoutesTo.in(graph, country);
        return new CountryReach(
                NodeJson.of(graph, country, language),
                group(graph, routes, graph.network().startups().stream(), limit, language),
                group(graph, routes, graph.network().programs().stream(), limit, language),
                group(graph, routes, graph.network().partners().stream(), limit, language),
                meta);
    }

    private static Group group(
            ChainGraph graph, RoutesTo routes, Stream<? extends Node> nodes, int limit, Language language) {
        List<Route> found = routes.fromEach(nodes);
        return new Group(
                found.size(),
                found.stream()
                        .limit(limit)
                        .map(route -> new Reaching(
                                NodeJson.of(graph, route.from(), language),
                                route.hops().size(),
                                RouteJson.rounded(route.strength()),
                                NodeJson.of(graph, route.inner(), language)))
                        .toList());
    }
}
