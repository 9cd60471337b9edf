package org.startupatlas.network.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.startupatlas.network.model.RecordKey;

/**
 * A chain of steps, at least one.
 *
 * @param strength the product of the strengths of the steps
 */
public record Route(List<Hop> hops, double strength) {

    /** Short before strong: each further organisation is one more that has to agree. Every order ends with the keys. */
    public static final Comparator<Route> ORDER = Comparator.comparingInt((Route route) -> route.hops.size())
            .thenComparing(Comparator.comparingDouble(Route::strength).reversed())
            .thenComparing(Route::from)
            .thenComparing(route -> route.nodes().toString());

    public Route {
        hops = List.copyOf(hops);
    }

    public RecordKey from() {
        return hops.get(0).from();
    }

    public RecordKey to() {
        return hops.get(hops.size() - 1).to();
    }

    /** Returns the nodes between its ends. */
    public List<RecordKey> inner() {
        return hops.subList(1, hops.size()).stream().map(Hop::from).toList();
    }

    private List<RecordKey> nodes() {
        List<RecordKey> nodes = new ArrayList<>(inner());
        nodes.add(0, from());
        nodes.add(to());
        return nodes;
    }
}
