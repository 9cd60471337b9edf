package org.startupatlas.bench.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the clients know at the end: which writes were acknowledged, and how often what happened. */
final class Journal {

    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> imported = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int writes;

    /** A write that was acknowledged, with each record that its answer tells of. */
    synchronized void acknowledge(String kind, Acknowledged... all) {
        acknowledged.addAll(List.of(all));
        writes++;
        count("acknowledged " + kind);
        notifyAll();
    }

    /** An answer to a write that had been acknowledged before. */
    synchronized void acknowledgeAgain(Acknowledged again) {
        acknowledged.add(again);
        count("writes sent twice on purpose");
    }

    /** Rows of a file that was read in to its end, by the names of their records. */
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

    /** Waits until so many writes were acknowledged. */
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
