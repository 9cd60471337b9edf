package org.startupatlas.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Our sentences for the cells of the raw files that are notes of work, from the file {@code rewordings.csv}. */
final class Rewordings {
    private static final Map<String, Set<String>> OURS = read();

    private Rewordings() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> ours = new HashMap<>();
        RawTable.of("rewordings.csv").check(row -> {
            ours.computeIfAbsent(row.cell("raw"), raw -> new HashSet<>()).add(row.cell("ours"));
        });
        return ours;
    }

    /** Whether a text is a raw one, or our sentence for it. */
    static boolean isSame(String raw, String text) {
        return text != null && (text.equals(raw) || of(raw).contains(text));
    }

    /** Whether a text has a raw one, or our sentence for it. */
    static boolean isIn(String raw, String text) {
        return text != null && (text.contains(raw) || of(raw).stream().anyMatch(text::contains));
    }

    private static Set<String> of(String raw) {
        return OURS.getOrDefault(raw, Set.of());
    }
}
