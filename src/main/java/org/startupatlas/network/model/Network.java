package org.startupatlas.network.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The nodes and links at one revision, in an order that does not depend on the order of writes. It changes after the
 * reader to which {@link NetworkModel#read} gave it has returned, so readers copy what they keep; nodes and links
 * themselves never change. Both ends of each link exist: a link of which one does not exist waits for it.
 */
public final class Network {

    private final NavigableMap<String, Startup> startups = new TreeMap<>();
    private final NavigableMap<String, Program> programs = new TreeMap<>();
    private final NavigableMap<String, Partner> partners = new TreeMap<>();
    private final NavigableMap<String, Country> countries = new TreeMap<>();

    private final Map<RecordKey, Contribution> contributions = new HashMap<>();

    /** The links that each record proves. */
    private final Map<RecordKey, List<Link>> proven = new HashMap<>();

    /** The records with drafts of links that need a record, by the record that they need. */
    private final Map<RecordKey, Set<RecordKey>> dependents = new HashMap<>();

    /** The records with links to nodes that do not exist, by the missing node; some may have changed since then. */
    private final Map<RecordKey, Set<RecordKey>> waiting = new HashMap<>();

    private final Map<RecordKey, NavigableSet<Link>> outgoing = new HashMap<>();
    private final Map<RecordKey, NavigableSet<Link>> incoming = new HashMap<>();

    /** What happened to each startup. */
    private final Map<RecordKey, NavigableSet<Milestone>> milestones = new HashMap<>();

    private long revision;

    Network() {}

    /** Returns the revision whose records the network consists of. */
    public long revision() {
        return revision;
    }

    /** Returns the startups in the order of their ids. */
    public Collection<Startup> startups() {
        return Collections.unmodifiableCollection(startups.values());
    }

    /** Returns the programs in the order of their ids. */
    public Collection<Program> programs() {
        return Collections.unmodifiableCollection(programs.values());
    }

    /** Returns the partners in the order of their ids. */
    public Collection<Partner> partners() {
        return Collections.unmodifiableCollection(partners.values());
    }

    /** Returns the countries in the order of their codes. */
    public Collection<Country> countries() {
        return Collections.unmodifiableCollection(countries.values());
    }

    public Optional<Startup> startup(String id) {
        return Optional.ofNullable(startups.get(id));
    }

    public Optional<Program> program(String id) {
        return Optional.ofNullable(programs.get(id));
    }

    public Optional<Partner> partner(String id) {
        return Optional.ofNullable(partners.get(id));
    }

    public Optional<Country> country(String code) {
        return Optional.ofNullable(countries.get(code));
    }

    public Optional<Node> node(RecordKey key) {
        return Optional.ofNullable(contributions.get(key)).map(Contribution::node);
    }

    /** Returns all nodes: countries, partners, programs and startups, each in the order of their ids. */
    public Stream<Node> nodes() {
        return Stream.of(countries, partners, programs, startups).flatMap(each -> each.values().stream());
    }

    /** Returns the stored JSON of a node, UTF-8, which the caller must not change. */
    public Optional<byte[]> document(RecordKey key) {
        return Optional.ofNullable(contributions.get(key)).map(Contribution::document);
    }

    /** Returns all links, by the node at which they begin. */
    public Stream<Link> links() {
        return nodes().flatMap(node -> linksFrom(node.key()).stream());
    }

    /** Returns the links that begin at a node, by kind, end and evidence. */
    public Collection<Link> linksFrom(RecordKey node) {
        return Collections.unmodifiableCollection(outgoing.getOrDefault(node, Collections.emptyNavigableSet()));
    }

    /** Returns the links that end at a node, by kind, beginning and evidence. */
    public Collection<Link> linksTo(RecordKey node) {
        return Collections.unmodifiableCollection(incoming.getOrDefault(node, Collections.emptyNavigableSet()));
    }

    /** Returns the links that a record proves, in the order in which it names them. */
    public List<Link> linksProvenBy(RecordKey record) {
        return proven.getOrDefault(record, List.of());
    }

    /** Returns what happened to a startup, by kind and evidence. */
    public Collection<Milestone> milestones(RecordKey startup) {
        return Collections.unmodifiableCollection(milestones.getOrDefault(startup, Collections.emptyNavigableSet()));
    }

    /** Returns the code of the edition that a participation names; empty if it names none. */
    public Optional<String> edition(RecordKey participation) {
        return Optional.ofNullable(contributions.get(participation)).stream()
                .flatMap(contribution -> contribution.drafts().stream())
                .map(draft -> draft instanceof Draft.OfEdition ofEdition ? ofEdition.edition() : null)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Replaces what records contribute.
     *
     * @param changes the contributions of changed records; empty for those that are gone
     * @param reached the revision after the changes
     */
    void apply(Map<RecordKey, Optional<Contribution>> changes, long reached) {
        Set<RecordKey> affected = new LinkedHashSet<>(changes.keySet());
        changes.forEach((key, contribution) -> {
            affected.addAll(dependents.getOrDefault(key, Set.of()));
            if (contribution.isEmpty()) {
                Stream.concat(linksFrom(key).stream(), linksTo(key).stream())
                        .forEach(link -> affected.add(link.evidence().record()));
            } else {
                affected.addAll(Objects.requireNonNullElse(waiting.remove(key), Set.of()));
            }
        });
        affected.forEach(this::removeLinks);
        changes.forEach((key, contribution) -> replace(key, contribution.orElse(null)));
        affected.forEach(this::addLinks);
        revision = reached;
    }

    private void replace(RecordKey key, Contribution after) {
        Contribution before = contributions.remove(key);
        if (before != null) {
            before.drafts().forEach(draft -> removeFrom(dependents, draft.consulted(), key));
            before.milestones().forEach(milestone -> removeFrom(milestones, milestone.startup(), milestone));
        }
        if (after != null) {
            contributions.put(key, after);
            after.drafts().forEach(draft -> dependents
                    .computeIfAbsent(draft.consulted(), consulted -> new HashSet<>())
                    .add(key));
            after.milestones().forEach(milestone -> milestones
                    .computeIfAbsent(milestone.startup(), startup -> new TreeSet<>(Milestone.ORDER))
                    .add(milestone));
        }
        setNode(key, after == null ? null : after.node());
    }

    private void setNode(RecordKey key, Node node) {
        switch (key.resource()) {
            case RecordKey.STARTUPS -> set(startups, key, (Startup) node);
            case RecordKey.PROGRAMS -> set(programs, key, (Program) node);
            case RecordKey.PARTNERS -> set(partners, key, (Partner) node);
            case RecordKey.COUNTRIES -> set(countries, key, (Country) node);
            default -> {
                // the record only proves links
            }
        }
    }

    private static <N> void set(Map<String, N> nodes, RecordKey key, N node) {
        if (node == null) {
            nodes.remove(key.id());
        } else {
            nodes.put(key.id(), node);
        }
    }

    private void addLinks(RecordKey key) {
        Contribution contribution = contributions.get(key);
        if (contribution == null) {
            return;
        }
        List<Link> links = new ArrayList<>(contribution.links());
        for (Draft draft : contribution.drafts()) {
            draft.complete(contributions.get(draft.consulted())).ifPresent(links::add);
        }
        links.removeIf(link -> isWaiting(key, link));
        if (!links.isEmpty()) {
            proven.put(key, List.copyOf(links));
            links.forEach(this::add);
        }
    }

    /** Returns whether an end of a link does not exist. The record is noted, so that its links are added with that end. */
    private boolean isWaiting(RecordKey record, Link link) {
        List<RecordKey> missing = Stream.of(link.from(), link.to())
                .filter(end -> node(end).isEmpty())
                .toList();
        missing.forEach(
                end -> waiting.computeIfAbsent(end, key -> new HashSet<>()).add(record));
        return !missing.isEmpty();
    }

    private void add(Link link) {
        outgoing.computeIfAbsent(link.from(), from -> new TreeSet<>(Link.ORDER)).add(link);
        incoming.computeIfAbsent(link.to(), to -> new TreeSet<>(Link.ORDER)).add(link);
    }

    private void removeLinks(RecordKey key) {
        List<Link> links = proven.remove(key);
        if (links != null) {
            links.forEach(link -> {
                removeFrom(outgoing, link.from(), link);
                removeFrom(incoming, link.to(), link);
            });
        }
    }

    /** Removes an element of a set, and the set with its last element, so that deleted records leave nothing. */
    private static <K, V> void removeFrom(Map<K, ? extends Set<V>> sets, K key, V value) {
        Set<V> set = sets.get(key);
        if (set != null && set.remove(value) && set.isEmpty()) {
            sets.remove(key);
        }
    }
}
