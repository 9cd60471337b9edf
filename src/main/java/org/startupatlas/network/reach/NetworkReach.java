package org.startupatlas.network.reach;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RouteFinder;
import org.startupatlas.network.route.RoutesTo;
import org.startupatlas.schema.Language;

/** Which countries the startups of a country reach, as JSON. */
@Schema(
        description = "Every other country: those that are reached, the nearest first, and then the others.",
        example =
                """
                {"from":{"resource":"countries","id":"MA","slug":"MA","name":"Morocco"},"startups":4,"data":[],\
                "meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""")
public record NetworkReach(
        NodeJson from,
        @Schema(minimum = "0", maximum = "2147483647", description = "How many startups that have their seat there.")
                int startups,
        @Schema(maxItems = 1_000) List<Destination> data,
        NetworkMeta meta) {

    /** Whether a country is reached by twenty routes or by thirty makes no difference to anybody. */
    private static final int MAX_INDEPENDENT = 20;

    public NetworkReach {
        data = List.copyOf(data);
    }

    /** A country with the routes to it. */
    @Schema(name = "ReachedCountry", description = "A country with the routes to it.")
    public record Destination(
            NodeJson country,
            @Schema(nullable = true, minimum = "1", maximum = "6", description = "Null where no chain leads there.")
                    Integer hops,
            @Schema(
                            minimum = "0",
                            maximum = "20",
                            description = "Routes no two of which share a startup, program or partner. They are found"
                                    + " one after another, so there may be more; it ends at 20.")
                    int independentRoutes,
            @Schema(
                            maxItems = RoutesTo.MAX_HOPS,
                            description =
                                    "The shortest and then strongest way: the startup," + " and whom it leads through.")
                    List<NodeJson> through) {

        public Destination {
            through = List.copyOf(through);
        }
    }

    static NetworkReach of(ChainGraph graph, RecordKey from, Language language, NetworkMeta meta) {
        List<RecordKey> startups = graph.startupsOf(from);
        Set<RecordKey> beginnings = Set.copyOf(startups);
        RouteFinder finder = new RouteFinder(graph);
        List<Destination> destinations = graph.network().countries().stream()
                .map(Country::key)
                .filter(country -> !country.equals(from))
                .map(country ->
                        destination(graph, country, finder.independent(beginnings, country, MAX_INDEPENDENT), language))
                .sorted(Comparator.comparing(
                                Destination::hops, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Comparator.comparingInt(Destination::independentRoutes)
                                .reversed())
                        .thenComparing(destination -> destination.country().id()))
                .toList();
        return new NetworkReach(NodeJson.of(graph, from, language), startups.size(), destinations, meta);
    }

    private static Destination destination(
            ChainGraph graph, RecordKey country, List<Route> independent, Language language) {
        NodeJson node = NodeJson.of(graph, country, language);
        if (independent.isEmpty()) {
            return new Destination(node, null, 0, List.of());
        }
        Route best = independent.get(0);
        return new Destination(
                node,
                best.hops().size(),
                independent.size(),
                best.hops().stream()
                        .map(hop -> NodeJson.of(graph, hop.from(), language))
                        .toList());
    }
}
