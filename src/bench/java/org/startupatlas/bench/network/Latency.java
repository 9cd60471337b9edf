package org.startupatlas.bench.network;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.bench.Wire;

/** Measures sequential requests on one connection. The node keeps no answers ready, so each is computed. */
final class Latency {

    private static final int LEAST_ROUNDS = 3;

    private final URI address;

    Latency(URI address) {
        this.address = address;
    }

    /**
     * A request.
     *
     * @param body what is sent by POST; null for GET
     */
    record Query(String name, String path, String body) {

        static Query get(String name, String path) {
            return new Query(name, path, null);
        }
    }

    /**
     * What a request took, in milliseconds.
     *
     * @param status of all its responses
     * @param best the least, in which what else the machine does has no part
     */
    record Figure(Query query, int status, double median, double best) {}

    /** Measures all in turn, again and again, so that what else the machine does affects all alike. */
    List<Figure> measure(List<Query> queries, Duration warmUp, Duration duration) throws IOException {
        List<List<Double>> millis = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        try (Wire wire = new Wire(address.toString())) {
            for (Query query : queries) {
                millis.add(new ArrayList<>());
                statuses.add(send(wire, query));
            }
            long start = System.nanoTime();
            long measured = start + warmUp.toNanos();
            long end = measured + duration.toNanos();
            while (System.nanoTime() < end || millis.get(0).size() < LEAST_ROUNDS) {
                boolean isWarm = System.nanoTime() >= measured;
                for (int i = 0; i < queries.size(); i++) {
                    long before = System.nanoTime();
                    send(wire, queries.get(i));
                    if (isWarm) {
                        millis.get(i).add((System.nanoTime() - before) / 1e6);
                    }
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            double best = millis.get(i).stream().min(Double::compare).orElseThrow();
            figures.add(new Figure(queries.get(i), statuses.get(i), median(millis.get(i)), best));
        }
        return figures;
    }

    /** Returns the time of a single request in milliseconds. */
    double once(Query query) throws IOException {
        try (Wire wire = new Wire(address.toString())) {
            long before = System.nanoTime();
            send(wire, query);
            return (System.nanoTime() - before) / 1e6;
        }
    }

    /** Returns the status, which is 200, or 422 where a request asks for more than one may. */
    private static int send(Wire wire, Query query) throws IOException {
        Wire.Answer answer = query.body == null ? wire.get(query.path) : wire.post(query.path, query.body);
        if (answer.status() != 200 && answer.status() != 422) {
            throw new IOException(query.path + ": " + answer.status());
        }
        return answer.status();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
