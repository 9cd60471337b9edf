package org.startupatlas.network.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.startupatlas.network.model.RecordKey;

/**
 * Finds routes that differ. First the best one, then the best that shares no node with those before it except the ends;
 * if there are too few of these, also the best that has at least one node which none of the others has.
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
        List<Route> routes = new ArrayList<>(independent(List.of(from), to, MAX_ROUTES));
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
    public List<Route> independent(Collection<RecordKey> beginnings, RecordKey to, int max) {
        List<Route> routes = new ArrayList<>();
        Set<RecordKey> used = new HashSet<>();
        boolean hasDirect = false;
        while (routes.size() < max) {
            Predicate<Hop> isOpen = avoiding(used, hasDirect && beginnings.size() == 1, to, beginnings);
            RoutesTo routesTo = RoutesTo.in(graph, to, isOpen);
            Optional<Route> best = beginnings.stream()
                    .filter(each -> !used.contains(each))
                    .flatMap(each -> routesTo.from(each).stream())
                    .min(Route.ORDER);
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

    private Optional<Route> otherThan(List<Route> routes, RecordKey from, RecordKey to) {
        Stream<RecordKey> inner =
                routes.stream().flatMap(route -> route.inner().stream()).distinct();
        return inner.map(node -> RoutesTo.in(graph, to, avoiding(Set.of(node), true, to, List.of(from))))
                .flatMap(routesTo -> routesTo.from(from).stream())
                .filter(route -> routes.stream().noneMatch(each -> each.inner().containsAll(route.inner())))
                .min(Route.ORDER);
    }

    private static Predicate<Hop> avoiding(
            Set<RecordKey> nodes, boolean withoutDirect, RecordKey to, Collection<RecordKey> beginnings) {
        return hop -> !nodes.contains(hop.from())
                && !(withoutDirect && hop.to().equals(to) && beginnings.contains(hop.from()));
    }
}
