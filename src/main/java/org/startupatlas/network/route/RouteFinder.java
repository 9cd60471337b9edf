package org.startupatlas.network.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.startupatlas.network.model.RecordKey;

/**
 * Finds routes that differ. First the best one, then the best that shares no node with those before it except the ends;
 * if there are too few of these, also the best that lacks at least one node of each of the others.
 */
public final class RouteFinder {

    /** Enough to choose from, and few enough to read. */
    public static final int MAX_ROUTES = 3;

    private final ChainGraph graph;

    public RouteFinder(ChainGraph graph) {
        this.graph = graph;
    }

    /** Returns at most {@link #MAX_ROUTES} routes, the shortest first, and the strongest of equal length. */
    public List<Route> find(RecordKey from, RecordKey to) {
        List<Route> routes = new ArrayList<>(independent(Set.of(from), to, MAX_ROUTES));
        while (!routes.isEmpty() && routes.size() < MAX_ROUTES) {
            Optional<Route> other = otherThan(routes, from, to);
            if (other.isEmpty()) {
                break;
            }
            routes.add(other.get());
        }
        return routes.stream().sorted(Route.ORDER).toList();
    }

    /**
     * Returns routes no two of which share a node, except an only beginning and the end. They are found one after another,
     * so there may be more: the most possible could not be found in reasonable time, because steps depend on roles.
     *
     * @param beginnings the nodes at which a route may begin
     * @param max the most that are wanted
     */
    public List<Route> independent(Set<RecordKey> beginnings, RecordKey to, int max) {
        List<Route> routes = new ArrayList<>();
        Set<RecordKey> used = new HashSet<>();
        boolean hasDirect = false;
        while (routes.size() < max) {
            Predicate<Hop> isOpen = avoiding(used, hasDirect && beginnings.size() == 1, to, beginnings);
            Optional<Route> best = RoutesTo.best(graph, beginnings, to, isOpen);
            if (best.isEmpty()) {
                break;
            }
            routes.add(best.get());
            used.addAll(best.get().inner());
            hasDirect |= best.get().inner().isEmpty();
            if (beginnings.size() > 1) {
                used.add(best.get().from());
            }
        }
        return routes;
    }

    /** Returns the best route that lacks at least one inner node of each of the routes; empty if there is none. */
    private Optional<Route> otherThan(List<Route> routes, RecordKey from, RecordKey to) {
        Set<Set<RecordKey>> lacking = new LinkedHashSet<>(List.of(Set.of()));
        for (Route route : routes) {
            Set<Set<RecordKey>> more = new LinkedHashSet<>();
            for (Set<RecordKey> nodes : lacking) {
                // One without inner nodes is avoided below, as all direct ones are.
                boolean isAvoided =
                        route.inner().isEmpty() || route.inner().stream().anyMatch(nodes::contains);
                if (isAvoided) {
                    more.add(nodes);
                } else {
                    route.inner().forEach(node -> more.add(with(nodes, node)));
                }
            }
            lacking = more;
        }
        return lacking.stream()
                .flatMap(nodes -> {
                    Set<RecordKey> beginning = Set.of(from);
                    return RoutesTo.best(graph, beginning, to, avoiding(nodes, true, to, beginning)).stream();
                })
                .min(Route.ORDER);
    }

    private static Set<RecordKey> with(Set<RecordKey> nodes, RecordKey node) {
        Set<RecordKey> more = new HashSet<>(nodes);
        more.add(node);
        return more;
    }

    private static Predicate<Hop> avoiding(
            Set<RecordKey> nodes, boolean withoutDirect, RecordKey to, Set<RecordKey> beginnings) {
        return hop -> !nodes.contains(hop.from())
                && !(withoutDirect && hop.to().equals(to) && beginnings.contains(hop.from()));
    }
}
