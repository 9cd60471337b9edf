package org.startupatlas.bench.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The acknowledged writes, and counts of events. */
final class Journal {

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> imported = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int writes;

    /** Adds an acknowledged write, with each record in its response. */
    synchronized void acknowledge(String kind, Acknowledged... all) {
        acknowledged.addAll(List.of(all));
        writes++;
        count("acknowledged " + kind);
        notifyAll();
    }

    /** Adds a repeated response to an acknowledged write. */
    synchronized void acknowledgeAgain(Acknowledged again) {
        acknowledged.add(again);
        count("writes sent twice on purpose");
    }

    /** Adds the rows of a completely imported file, by the names of their records. */
    synchronized void imported(List<String> names) {
        imported.addAll(names);
        count("files imported");
    }

    synchronized List<String> imported() {
        return List.copyOf(imported);
    }

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized int writes() {
        return writes;
    }

    /** Waits until a number of writes were acknowledged. */
    synchronized void awaitWrites(int count) throws InterruptedException {
        while (writes < count) {
            wait();
        }
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
