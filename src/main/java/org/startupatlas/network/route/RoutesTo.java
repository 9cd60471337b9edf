package org.startupatlas.network.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;

/**
 * The best routes from all nodes to one: the shortest, and among the shortest the strongest. It is a breadth-first search
 * backwards from that node over pairs of a node and its role, because which steps may follow depends on the role. A
 * library's shortest paths would need a graph of such pairs, and could not order by two criteria; this is shorter.
 */
public final class RoutesTo {

    /**
     * The chain of the issue has four steps; six also allow for a second agreement, and for a program at the end. Longer
     * ones would mean nothing to anybody.
     */
    public static final int MAX_HOPS = 6;

    private final Map<Position, Rest> found = new HashMap<>();

    /**
     * The best way from a position to the end.
     *
     * @param hop its first step; null at the end
     * @param next where that leads
     */
    private record Rest(double strength, Hop hop, Position next) {

        boolean isBetterThan(Rest other) {
            if (strength != other.strength) {
                return strength > other.strength;
            }
            int order = hop.to().compareTo(other.hop.to());
            return order == 0 ? hop.step().compareTo(other.hop.step()) < 0 : order < 0;
        }
    }

    private RoutesTo() {}

    /** Finds the routes to a node. */
    public static RoutesTo in(ChainGraph graph, RecordKey end) {
        RoutesTo routes = new RoutesTo();
        List<Position> layer = routes.begin(end);
        for (int i = 0; i < MAX_HOPS && !layer.isEmpty(); i++) {
            layer = routes.extend(graph, layer, hop -> true);
        }
        return routes;
    }

    /**
     * Returns the best of all routes from some nodes by those steps that are open; empty if there is none. The search ends
     * at the first layer that has one of the nodes, because no longer route is better.
     */
    public static Optional<Route> best(
            ChainGraph graph, Set<RecordKey> beginnings, RecordKey end, Predicate<Hop> isOpen) {
        RoutesTo routes = new RoutesTo();
        List<Position> layer = routes.begin(end);
        for (int i = 0; i < MAX_HOPS && !layer.isEmpty(); i++) {
            layer = routes.extend(graph, layer, isOpen);
            Optional<Route> best = layer.stream()
                    .filter(position -> beginnings.contains(position.node())
                            && position.role() == Role.ofBeginning(position.node()))
                    .flatMap(position -> routes.from(position.node()).stream())
                    .min(Route.ORDER);
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    private List<Position> begin(RecordKey end) {
        List<Position> layer = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role.resource().equals(end.resource())) {
                Position position = new Position(end, role);
                found.put(position, new Rest(1, null, null));
                layer.add(position);
            }
        }
        return layer;
    }

    /** Finds the positions from which one step leads to a position of the last layer. */
    private List<Position> extend(ChainGraph graph, List<Position> layer, Predicate<Hop> isOpen) {
        Map<Position, Rest> extended = new LinkedHashMap<>();
        for (Position position : layer) {
            for (Hop hop : graph.hopsTo(position.node())) {
                if (hop.step().to() == position.role() && isOpen.test(hop)) {
                    Rest rest = new Rest(hop.strength() * found.get(position).strength, hop, position);
                    for (Role role : hop.step().from()) {
                        Position from = new Position(hop.from(), role);
                        if (!found.containsKey(from)) {
                            extended.merge(from, rest, (one, other) -> other.isBetterThan(one) ? other : one);
                        }
                    }
                }
            }
        }
        found.putAll(extended);
        return List.copyOf(extended.keySet());
    }

    /** Returns the best route of each of the nodes that has one, in the order of routes. */
    public List<Route> fromEach(Stream<? extends Node> nodes) {
        return nodes.flatMap(node -> from(node.key()).stream())
                .sorted(Route.ORDER)
                .toList();
    }

    /** Returns the best route from a node; empty if there is none of at most {@link #MAX_HOPS} steps. */
    public Optional<Route> from(RecordKey node) {
        Rest rest = found.get(new Position(node, Role.ofBeginning(node)));
        if (rest == null || rest.hop == null) {
            return Optional.empty();
        }
        double strength = rest.strength;
        List<Hop> hops = new ArrayList<>();
        for (Rest at = rest; at.hop != null; at = found.get(at.next)) {
            hops.add(at.hop);
        }
        return Optional.of(new Route(hops, strength));
    }
}
