package org.startupatlas.bench.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Figures of trials, averaged per program or investor first, so that one with many startups counts as much as one with a
 * single one. An interval has the middle 95 % of the averages of as many programs, drawn at random again and again.
 */
final class Averages {

    private static final int DRAWS = 10_000;
    private static final long SEED = 1;

    /** The mean over all programs or investors, and its interval. */
    record Average(double mean, double from, double to) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", mean, from, to);
        }
    }

    private final Map<String, List<Trial>> groups;

    Averages(List<Trial> trials) {
        groups = trials.stream()
                .collect(Collectors.groupingBy(trial -> trial.fact().other(), TreeMap::new, Collectors.toList()));
    }

    int groups() {
        return groups.size();
    }

    Average of(ToDoubleFunction<Trial> figure) {
        double[] means = groups.values().stream()
                .mapToDouble(trials ->
                        trials.stream().mapToDouble(figure).average().orElseThrow())
                .toArray();
        Random random = new Random(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < means.length; i++) {
                sum += means[random.nextInt(means.length)];
            }
            drawn[draw] = sum / means.length;
        }
        Arrays.sort(drawn);
        return new Average(
                Arrays.stream(means).average().orElseThrow(), drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40]);
    }
}
