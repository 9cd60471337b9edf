package org.startupatlas.query.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The ids that match a filter, in order. A UUID takes sixteen bytes, so a million of them take 16 MB. */
final class SelectedIds {

    private static final int LONGS_PER_UUID = 2;

    private final List<Object> textIds = new ArrayList<>();
    private long[] uuidBits = new long[1_024];
    private int used;

    void add(Object id) {
        if (!(id instanceof UUID uuid)) {
            textIds.add(id);
            return;
        }
        if (used == uuidBits.length) {
            uuidBits = Arrays.copyOf(uuidBits, used + used / 2);
        }
        uuidBits[used++] = uuid.getMostSignificantBits();
        uuidBits[used++] = uuid.getLeastSignificantBits();
    }

    int size() {
        return textIds.size() + used / LONGS_PER_UUID;
    }

    /** Returns the ids in a range of positions. */
    List<Object> between(int from, int to) {
        if (used == 0) {
            return List.copyOf(textIds.subList(from, to));
        }
        List<Object> ids = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            ids.add(new UUID(uuidBits[LONGS_PER_UUID * i], uuidBits[LONGS_PER_UUID * i + 1]));
        }
        return ids;
    }
}
