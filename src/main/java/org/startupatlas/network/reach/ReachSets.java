package org.startupatlas.network.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.Hop;
import org.startupatlas.network.route.Position;
import org.startupatlas.network.route.Role;
import org.startupatlas.network.route.RoutesTo;

/**
 * Which countries can be reached from each position, and which startups can be there, within each number of steps: sets of
 * bits, each step's made of those of one step less.
 */
final class ReachSets {

    private static final BitSet NONE = new BitSet();

    private final List<RecordKey> startups;
    private final List<RecordKey> countries;

    /** The countries that a position reaches, by the most steps that it takes. */
    private final List<Map<Position, BitSet>> ahead = new ArrayList<>();

    /** The startups that reach a position, by the most steps that it takes. */
    private final List<Map<Position, BitSet>> behind = new ArrayList<>();

    /**
     * @param startups the startups that are meant
     */
    ReachSets(ChainGraph graph, List<RecordKey> startups) {
        this.startups = List.copyOf(startups);
        this.countries = graph.network().countries().stream().map(Country::key).toList();
        List<Hop> hops = graph.hops().toList();
        ahead.add(ends(countries, Role.COUNTRY));
        behind.add(ends(startups, Role.STARTUP));
        for (int steps = 1; steps <= RoutesTo.MAX_HOPS; steps++) {
            ahead.add(oneStepMore(ahead.get(steps - 1), hops, true));
            behind.add(oneStepMore(behind.get(steps - 1), hops, false));
        }
    }

    private static Map<Position, BitSet> ends(List<RecordKey> nodes, Role role) {
        Map<Position, BitSet> ends = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            BitSet itself = new BitSet();
            itself.set(i);
            ends.put(new Position(nodes.get(i), role), itself);
        }
        return ends;
    }

    /** Sets that stay the same are shared with those of one step less: most change once or twice. */
    private static Map<Position, BitSet> oneStepMore(Map<Position, BitSet> less, List<Hop> hops, boolean isAhead) {
        Map<Position, BitSet> more = new HashMap<>(less);
        for (Hop hop : hops) {
            Position to = new Position(hop.to(), hop.step().to());
            for (Role role : hop.step().from()) {
                Position from = new Position(hop.from(), role);
                BitSet added = less.get(isAhead ? to : from);
                if (added != null) {
                    add(more, isAhead ? from : to, added);
                }
            }
        }
        return more;
    }

    private static void add(Map<Position, BitSet> sets, Position position, BitSet added) {
        BitSet before = sets.putIfAbsent(position, added);
        if (before != null) {
            BitSet missing = (BitSet) added.clone();
            missing.andNot(before);
            if (!missing.isEmpty()) {
                missing.or(before);
                sets.put(position, missing);
            }
        }
    }

    List<RecordKey> startups() {
        return startups;
    }

    List<RecordKey> countries() {
        return countries;
    }

    /** Returns the countries that a position reaches within some steps, which the caller must not change. */
    BitSet countriesWithin(int steps, Position position) {
        return ahead.get(steps).getOrDefault(position, NONE);
    }

    /** Returns the startups that reach a position within some steps, which the caller must not change. */
    BitSet startupsWithin(int steps, Position position) {
        return behind.get(steps).getOrDefault(position, NONE);
    }

    /** Returns the countries that a startup reaches, which the caller must not change. */
    BitSet countriesOf(RecordKey startup) {
        return countriesWithin(RoutesTo.MAX_HOPS, new Position(startup, Role.STARTUP));
    }

    /** Returns the countries that at least one of the startups reaches. */
    BitSet reached() {
        BitSet reached = new BitSet();
        startups.forEach(startup -> reached.or(countriesOf(startup)));
        return reached;
    }

    /** Returns the number of pairs of a startup and a country that it reaches. */
    int pairs() {
        return startups.stream()
                .mapToInt(startup -> countriesOf(startup).cardinality())
                .sum();
    }
}
