package org.startupatlas.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of values in which every two values of two parameters occur together at least once, built row by row: each row
 * starts from a pair that is still missing and takes for every other parameter the value that covers most of what is
 * missing (the greedy construction of AETG, Cohen et al. 1997).
 */
final class PairwiseTable {

    private record Choice(String parameter, String value) {}

    private record Pair(Choice first, Choice second) {}

    private final Map<String, List<String>> values;
    private final Set<Pair> missing = new LinkedHashSet<>();

    private PairwiseTable(Map<String, List<String>> values) {
        this.values = values;
        List<String> names = List.copyOf(values.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                addPairs(names.get(i), names.get(j));
            }
        }
    }

    private void addPairs(String first, String second) {
        for (String value : values.get(first)) {
            values.get(second)
                    .forEach(other -> missing.add(new Pair(new Choice(first, value), new Choice(second, other))));
        }
    }

    /** Returns the rows for the values of each parameter; of one parameter or none there are no pairs and no rows. */
    static List<Map<String, String>> of(Map<String, List<String>> values) {
        PairwiseTable table = new PairwiseTable(values);
        List<Map<String, String>> rows = new ArrayList<>();
        while (!table.missing.isEmpty()) {
            rows.add(table.nextRow());
        }
        return rows;
    }

    private Map<String, String> nextRow() {
        Pair seed = missing.iterator().next();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(seed.first().parameter(), seed.first().value());
        row.put(seed.second().parameter(), seed.second().value());
        values.keySet().forEach(name -> row.computeIfAbsent(name, absent -> best(absent, row)));
        missing.removeIf(pair -> row.get(pair.first().parameter())
                        .equals(pair.first().value())
                && row.get(pair.second().parameter()).equals(pair.second().value()));
        return row;
    }

    private String best(String name, Map<String, String> row) {
        String best = values.get(name).get(0);
        long max = -1;
        for (String value : values.get(name)) {
            long covered = row.entrySet().stream()
                    .filter(other -> isMissing(new Choice(name, value), new Choice(other.getKey(), other.getValue())))
                    .count();
            if (covered > max) {
                max = covered;
                best = value;
            }
        }
        return best;
    }

    private boolean isMissing(Choice one, Choice other) {
        return missing.contains(new Pair(one, other)) || missing.contains(new Pair(other, one));
    }
}
