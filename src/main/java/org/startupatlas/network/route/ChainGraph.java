package org.startupatlas.network.route;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.model.Truth;

/**
 * The steps that are possible on a day, and that of each kind between two nodes only the strongest. It is used while the
 * network is read.
 */
public final class ChainGraph {

    private static final String CLOSED = "closed";

    private final Network network;

    /** Nodes that are no records. */
    private final Map<RecordKey, Node> supposed = new HashMap<>();

    private final Map<RecordKey, Map<Step.Taken, Hop>> outgoing = new LinkedHashMap<>();
    private final Map<RecordKey, Map<Step.Taken, Hop>> incoming = new HashMap<>();

    private ChainGraph(Network network) {
        this.network = network;
    }

    /** Returns the steps that are valid on a day, or of which that is unknown. A stand at a fair is no step. */
    public static ChainGraph of(Network network, LocalDate day, Strengths strengths) {
        ChainGraph graph = new ChainGraph(network);
        Set<RecordKey> closed = new HashSet<>();
        network.startups().stream()
                .filter(startup -> isClosed(startup, day))
                .forEach(startup -> closed.add(startup.key()));
        network.links().filter(link -> !link.isExhibit()).forEach(link -> {
            Truth validity = link.isValidOn(day);
            if (validity != Truth.FALSE && !closed.contains(link.from()) && !closed.contains(link.to())) {
                graph.add(link, validity, strengths.of(link, validity));
            }
        });
        return graph;
    }

    /** A startup that is gone reaches nothing; of one whose day of closing is unknown, at no time. */
    private static boolean isClosed(Startup startup, LocalDate day) {
        return startup.closed() == null
                ? CLOSED.equals(startup.status())
                : day.isAfter(startup.closed().last());
    }

    /**
     * Returns a copy with supposed links, each of which is certain.
     *
     * @param nodes the nodes of the links that are no records
     */
    public ChainGraph with(Collection<Node> nodes, Collection<Link> links, Strengths strengths) {
        ChainGraph more = new ChainGraph(network);
        outgoing.values().forEach(hops -> hops.forEach(more::add));
        more.supposed.putAll(supposed);
        nodes.forEach(node -> more.supposed.put(node.key(), node));
        links.forEach(link -> more.add(link, Truth.TRUE, strengths.of(link, Truth.TRUE)));
        return more;
    }

    private void add(Link link, Truth validity, double strength) {
        for (Step.Taken taken : Step.of(link)) {
            add(taken, new Hop(taken.step(), taken.from(), taken.to(), link, validity == Truth.TRUE, strength));
        }
    }

    private void add(Step.Taken taken, Hop hop) {
        addTo(outgoing, taken.from(), taken, hop);
        addTo(incoming, taken.to(), taken, hop);
    }

    /** Keeps the stronger one, among equals the first in the order of links. */
    private static void addTo(Map<RecordKey, Map<Step.Taken, Hop>> hops, RecordKey end, Step.Taken taken, Hop hop) {
        hops.computeIfAbsent(end, key -> new LinkedHashMap<>())
                .merge(taken, hop, (one, other) -> other.strength() > one.strength() ? other : one);
    }

    public Network network() {
        return network;
    }

    public Optional<Node> node(RecordKey key) {
        return Optional.ofNullable(supposed.get(key)).or(() -> network.node(key));
    }

    /** Returns all steps, in an order that depends on the records only. */
    public Stream<Hop> hops() {
        return outgoing.values().stream().flatMap(hops -> hops.values().stream());
    }

    /** Returns the startups that have their seat in a country, in the order of their ids. */
    public List<RecordKey> startupsOf(RecordKey country) {
        return hopsTo(country).stream()
                .filter(hop -> hop.step() == Step.IS_FROM)
                .map(Hop::from)
                .distinct()
                .sorted()
                .toList();
    }

    public Collection<Hop> hopsTo(RecordKey node) {
        return incoming.getOrDefault(node, Map.of()).values();
    }
}
