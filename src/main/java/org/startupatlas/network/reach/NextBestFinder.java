package org.startupatlas.network.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.http.Limits;
import org.startupatlas.network.model.Partner;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.Position;
import org.startupatlas.network.route.Role;
import org.startupatlas.network.route.RoutesTo;

/** Finds the agreement that adds most to what startups reach. */
final class NextBestFinder {

    /** The steps beside the agreement itself. */
    private static final int OTHER_STEPS = RoutesTo.MAX_HOPS - 1;

    private final ReachSets sets;

    /** Partners that the same startups reach, and that reach the same countries, in as many steps: one stands for all. */
    private final List<List<RecordKey>> groups;

    /** Returns a finder for the startups of a country. */
    static NextBestFinder of(ChainGraph graph, RecordKey country) {
        return new NextBestFinder(
                new ReachSets(graph, graph.startupsOf(country)), graph.network().partners());
    }

    private NextBestFinder(ReachSets sets, Collection<Partner> partners) {
        this.sets = sets;
        Map<List<BitSet>, List<RecordKey>> alike = new LinkedHashMap<>();
        for (Partner partner : partners) {
            List<BitSet> position = new ArrayList<>();
            for (Role role : List.of(Role.CONTACT, Role.NETWORK, Role.ACQUAINTANCE)) {
                for (int steps = 0; steps <= OTHER_STEPS; steps++) {
                    position.add(sets.startupsWithin(steps, new Position(partner.key(), role)));
                    position.add(sets.countriesWithin(steps, new Position(partner.key(), role)));
                }
            }
            alike.computeIfAbsent(position, key -> new ArrayList<>()).add(partner.key());
        }
        this.groups = alike.values().stream().filter(this::isUseful).toList();
    }

    /** Returns what is reached without further agreements. */
    ReachSets sets() {
        return sets;
    }

    /** An agreement, with what each startup newly reaches by it. */
    record Gain(List<RecordKey> parties, Map<RecordKey, BitSet> countries, int alternatives) {

        int pairs() {
            return countries.values().stream().mapToInt(BitSet::cardinality).sum();
        }
    }

    /** Partners that no startup reaches and that reach no country add nothing to each other, and nothing to others. */
    private boolean isUseful(List<RecordKey> group) {
        return isContacted(group) || leadsOn(group);
    }

    private boolean isContacted(List<RecordKey> group) {
        return !sets.startupsWithin(OTHER_STEPS, new Position(group.get(0), Role.CONTACT))
                        .isEmpty()
                || !sets.startupsWithin(OTHER_STEPS, new Position(group.get(0), Role.NETWORK))
                        .isEmpty();
    }

    private boolean leadsOn(List<RecordKey> group) {
        return !sets.countriesWithin(OTHER_STEPS, new Position(group.get(0), Role.CONTACT))
                .isEmpty();
    }

    /** Returns the number of agreements that are compared. */
    long candidates() {
        long candidates = 0;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i; j < groups.size(); j++) {
                candidates += isCandidate(groups.get(i), groups.get(j)) ? 1 : 0;
            }
        }
        return candidates;
    }

    private boolean isCandidate(List<RecordKey> one, List<RecordKey> other) {
        return (one != other || one.size() > 1)
                && (isContacted(one) && leadsOn(other) || isContacted(other) && leadsOn(one));
    }

    /** Returns whether more agreements would have to be compared than one request may cost. */
    boolean isBeyondLimit() {
        return candidates() > Limits.MAX_CANDIDATE_LINKS;
    }

    /** Rejects the request (422) if more agreements would have to be compared than one request may cost. */
    void rejectIfBeyondLimit() {
        long candidates = candidates();
        if (candidates > Limits.MAX_CANDIDATE_LINKS) {
            throw SuppositionReader.tooMany(candidates);
        }
    }

    /** Returns the agreement that adds most, and of several the first in the order of ids; empty if none adds anything. */
    Optional<Gain> best() {
        Gain best = null;
        int most = 0;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i; j < groups.size(); j++) {
                if (isCandidate(groups.get(i), groups.get(j))) {
                    Gain gain = gain(groups.get(i), groups.get(j));
                    int pairs = gain.pairs();
                    if (pairs > most) {
                        best = gain;
                        most = pairs;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Gain gain(List<RecordKey> ones, List<RecordKey> others) {
        RecordKey one = ones.get(0);
        RecordKey other = ones == others ? ones.get(1) : others.get(0);
        Map<RecordKey, BitSet> added = new LinkedHashMap<>();
        addTo(added, new Position(one, Role.CONTACT), new Position(other, Role.CONTACT));
        addTo(added, new Position(other, Role.CONTACT), new Position(one, Role.CONTACT));
        addTo(added, new Position(one, Role.NETWORK), new Position(other, Role.ACQUAINTANCE));
        addTo(added, new Position(other, Role.NETWORK), new Position(one, Role.ACQUAINTANCE));
        int pairs = ones == others ? ones.size() * (ones.size() - 1) / 2 : ones.size() * others.size();
        return new Gain(List.of(one, other), added, pairs - 1);
    }

    /** Adds what startups newly reach that come to one position, and go on from another. */
    private void addTo(Map<RecordKey, BitSet> added, Position one, Position other) {
        BitSet nearer = new BitSet();
        for (int steps = 1; steps < OTHER_STEPS; steps++) {
            BitSet startups = (BitSet) sets.startupsWithin(steps, one).clone();
            startups.andNot(nearer);
            nearer.or(startups);
            BitSet ahead = sets.countriesWithin(OTHER_STEPS - steps, other);
            startups.stream().mapToObj(sets.startups()::get).forEach(startup -> {
                BitSet countries = (BitSet) ahead.clone();
                countries.andNot(sets.countriesOf(startup));
                if (!countries.isEmpty()) {
                    added.computeIfAbsent(startup, key -> new BitSet()).or(countries);
                }
            });
        }
    }
}
