package org.startupatlas.network.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
        List<Move> moves = graph.hops().flatMap(ReachSets::moves).toList();
        ahead.add(ends(countries, Role.COUNTRY));
        behind.add(ends(startups, Role.STARTUP));
        for (int steps = 1; steps <= RoutesTo.MAX_HOPS; steps++) {
            ahead.add(oneStepMore(ahead, moves, Move::to, Move::from));
            behind.add(oneStepMore(behind, moves, Move::from, Move::to));
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

    /** A step between two positions. */
    private record Move(Position from, Position to) {}

    private static Stream<Move> moves(Hop hop) {
        Position to = new Position(hop.to(), hop.step().to());
        return hop.step().from().stream().map(role -> new Move(new Position(hop.from(), role), to));
    }

    /**
     * Returns the sets of one step more. Those that stay the same are shared with those of one step less, because most
     * change once or twice, and only what the last step changed is passed on.
     *
     * @param sets those of fewer steps, the last of which is extended
     * @param source the position whose set is passed on
     * @param target the position that it is passed to
     */
    private static Map<Position, BitSet> oneStepMore(
            List<Map<Position, BitSet>> sets,
            List<Move> moves,
            Function<Move, Position> source,
            Function<Move, Position> target) {
        Map<Position, BitSet> less = sets.get(sets.size() - 1);
        Map<Position, BitSet> before = sets.size() < 2 ? Map.of() : sets.get(sets.size() - 2);
        Map<Position, BitSet> more = new HashMap<>(less);
        for (Move move : moves) {
            BitSet added = less.get(source.apply(move));
            if (added != null && added != before.get(source.apply(move))) {
                add(more, target.apply(move), added);
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
