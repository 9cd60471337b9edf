package org.startupatlas.bench.fire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The ids of records of a resource that probably exist. */
final class Pool {

    /** Half of the choices are among this many ids, so that writers conflict. */
    private static final int CONTENDED = 40;

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    synchronized void add(String id) {
        if (places.putIfAbsent(id, ids.size()) == null) {
            ids.add(id);
        }
    }

    synchronized void remove(String id) {
        Integer place = places.remove(id);
        if (place != null) {
            String last = ids.remove(ids.size() - 1);
            if (!last.equals(id)) {
                ids.set(place, last);
                places.put(last, place);
            }
        }
    }

    synchronized Optional<String> any(Random random) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        int among = random.nextBoolean() ? Math.min(CONTENDED, ids.size()) : ids.size();
        return Optional.of(ids.get(random.nextInt(among)));
    }
}
