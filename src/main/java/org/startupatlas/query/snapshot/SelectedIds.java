package org.startupatlas.query.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The ids that a filter lets through, in their order: sixteen bytes for each UUID, so that a million are 16 MB. */
final class SelectedIds {

    private static final int LONGS_OF_A_UUID = 2;

    private final List<Object> words = new ArrayList<>();
    private long[] bits = new long[1_024];
    private int used;

    void add(Object id) {
        if (!(id instanceof UUID uuid)) {
            words.add(id);
            return;
        }
        if (used == bits.length) {
            bits = Arrays.copyOf(bits, used + used / 2);
        }
        bits[used++] = uuid.getMostSignificantBits();
        bits[used++] = uuid.getLeastSignificantBits();
    }

    int size() {
        return words.size() + used / LONGS_OF_A_UUID;
    }

    /** Some of them, from one number on up to another. */
    List<Object> between(int from, int to) {
        if (used == 0) {
            return List.copyOf(words.subList(from, to));
        }
        List<Object> ids = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            ids.add(new UUID(bits[LONGS_OF_A_UUID * i], bits[LONGS_OF_A_UUID * i + 1]));
        }
        return ids;
    }
}
