package org.startupatlas.network.route;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.model.Truth;

/**
 * The steps that are possible on a day, and that of each kind between two nodes only the strongest. Steps are made when
 * they are asked for: most requests need those of few nodes. It is used while the network is read.
 */
public final class ChainGraph {

    private static final String CLOSED = "closed";

    private final Network network;
    private final LocalDate day;
    private final Strengths strengths;

    /** Nodes that are no records. */
    private final Map<RecordKey, Node> supposedNodes = new HashMap<>();

    /** Links that no record proves, by both ends. */
    private final Map<RecordKey, List<Link>> supposedLinks = new HashMap<>();

    private final Map<RecordKey, Collection<Hop>> incoming = new HashMap<>();

    private ChainGraph(Network network, LocalDate day, Strengths strengths) {
        this.network = network;
        this.day = day;
        this.strengths = strengths;
    }

    /**
     * Returns the steps that are valid on a day, or of which that is unknown. A stand at a fair is no step, and a startup
     * that is closed or yet to be founded takes none.
     */
    public static ChainGraph of(Network network, LocalDate day, Strengths strengths) {
        return new ChainGraph(network, day, strengths);
    }

    /**
     * Returns a graph that has supposed links too, each of which is certain.
     *
     * @param nodes the nodes of the links that are no records
     */
    public ChainGraph with(Collection<Node> nodes, Collection<Link> links) {
        ChainGraph more = new ChainGraph(network, day, strengths);
        more.supposedNodes.putAll(supposedNodes);
        supposedLinks.forEach((end, before) -> before.forEach(link -> more.suppose(end, link)));
        nodes.forEach(node -> more.supposedNodes.put(node.key(), node));
        links.forEach(link -> {
            more.suppose(link.from(), link);
            more.suppose(link.to(), link);
        });
        return more;
    }

    private void suppose(RecordKey end, Link link) {
        supposedLinks.computeIfAbsent(end, key -> new ArrayList<>()).add(link);
    }

    public Network network() {
        return network;
    }

    public Optional<Node> node(RecordKey key) {
        return Optional.ofNullable(supposedNodes.get(key)).or(() -> network.node(key));
    }

    /** Returns all steps, in an order that depends on the records only. */
    public Stream<Hop> hops() {
        return Stream.concat(network.nodes(), supposedNodes.values().stream())
                .flatMap(node -> hopsTo(node.key()).stream());
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

    /** Returns the steps that lead to a node. */
    public Collection<Hop> hopsTo(RecordKey node) {
        return incoming.computeIfAbsent(node, this::findHopsTo);
    }

    private Collection<Hop> findHopsTo(RecordKey node) {
        Map<Step.Taken, Hop> hops = new LinkedHashMap<>();
        Stream.concat(network.linksTo(node).stream(), network.linksFrom(node).stream())
                .filter(link -> !link.isExhibit() && !isAbsent(link.from()) && !isAbsent(link.to()))
                .forEach(link -> add(hops, node, link, link.isValidOn(day)));
        supposedLinks.getOrDefault(node, List.of()).forEach(link -> add(hops, node, link, Truth.TRUE));
        return List.copyOf(hops.values());
    }

    /** Keeps the stronger one of two equal steps, among equals the first in the order of links. */
    private void add(Map<Step.Taken, Hop> hops, RecordKey node, Link link, Truth validity) {
        if (validity == Truth.FALSE) {
            return;
        }
        for (Step.Taken taken : Step.of(link)) {
            if (taken.to().equals(node)) {
                double strength = strengths.of(link, validity);
                Hop hop = new Hop(taken.step(), taken.from(), taken.to(), link, validity == Truth.TRUE, strength);
                hops.merge(taken, hop, (one, other) -> other.strength() > one.strength() ? other : one);
            }
        }
    }

    /**
     * A startup that is gone or that is yet to be founded reaches nothing; of one whose day of closing is unknown, at no
     * time.
     */
    private boolean isAbsent(RecordKey key) {
        return key.resource().equals(RecordKey.STARTUPS)
                && network.startup(key.id())
                        .filter(startup -> isClosed(startup) || startup.isYetToBeFounded(day))
                        .isPresent();
    }

    private boolean isClosed(Startup startup) {
        return startup.closed() == null
                ? CLOSED.equals(startup.status())
                : day.isAfter(startup.closed().last());
    }
}
