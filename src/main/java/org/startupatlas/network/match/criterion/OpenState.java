package org.startupatlas.network.match.criterion;

import java.util.List;
import java.util.Map;

/** The best state of the other side. */
public final class OpenState implements Comparison {

    public static final String WINDOW_OPEN = "window_open";
    public static final String WINDOW_AHEAD = "window_ahead";
    public static final String RUNNING = "running";
    public static final String ANNOUNCED = "announced";
    public static final String ENDED = "ended";
    public static final String ACTIVE = "active";
    public static final String CLOSED = "closed";

    /** The states with how open they are; the others, such as those of closed startups, are not open at all. */
    private static final Map<String, Double> OPEN = Map.of(
            WINDOW_OPEN,
            1.0,
            WINDOW_AHEAD,
            0.75,
            // No window is known: it may be open.
            RUNNING,
            0.5,
            ANNOUNCED,
            0.25,
            ACTIVE,
            1.0,
            "public",
            0.5,
            "acquired",
            0.5,
            "dormant",
            0.25);

    @Override
    public Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness) {
        if (theirs.isEmpty()) {
            return Compared.unknown(List.of(), theirs);
        }
        double best = theirs.stream().mapToDouble(OpenState::of).max().orElse(0);
        List<Value> deciding =
                theirs.stream().filter(value -> of(value) == best).toList();
        return Comparison.known(best, deciding.size(), List.of(), deciding);
    }

    private static double of(Value state) {
        return OPEN.getOrDefault(state.code(), 0.0);
    }
}
