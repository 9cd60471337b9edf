package org.startupatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures sequential requests. Each measure writes its figures to standard output, tab-separated, and its progress to
 * standard error.
 */
final class Driver {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WALK_LIMIT = 200;
    private static final int PAGE_LIMIT = 50;
    private static final int PAGE_ROUNDS = 300;
    private static final long POLL_MILLIS = 2;

    private Driver() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "equal" -> equal(arguments[1], arguments[2], paths(arguments[3]));
            case "growth" -> growth(
                    arguments[1], arguments[2], paths(arguments[3]), Integer.parseInt(arguments[4]), arguments[5]);
            case "latency" -> latency(arguments[1], paths(arguments[2]), Integer.parseInt(arguments[3]));
            case "writes" -> writes(arguments[1], arguments[2], arguments[3], Integer.parseInt(arguments[4]));
            case "deep" -> deep(arguments[1], Integer.parseInt(arguments[2]));
            case "ready" -> ready(arguments[1], Arrays.asList(arguments).subList(2, arguments.length));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static List<String> paths(String file) throws IOException {
        return Files.readAllLines(Path.of(file));
    }

    /** Fails unless both answer every path with the same bytes. Writes the number of paths. */
    private static void equal(String product, String reference, List<String> paths) throws IOException {
        try (Wire one = new Wire(product);
                Wire other = new Wire(reference)) {
            for (String path : paths) {
                byte[] expected = one.body(path);
                byte[] actual = other.body(path);
                if (!Arrays.equals(expected, actual)) {
                    throw new IllegalStateException(path + "\nproduct:   "
                            + new String(expected, StandardCharsets.UTF_8) + "\nreference: "
                            + new String(actual, StandardCharsets.UTF_8));
                }
            }
        }
        System.out.println(paths.size());
    }

    /**
     * Compares each path with many and with few rows, by the best round. Writes the medians of both (ms), the median and
     * the 99th percentile of the ratio, and to the file one line for each path.
     */
    private static void growth(String few, String many, List<String> paths, int rounds, String file)
            throws IOException {
        double[] fewMillis = new double[paths.size()];
        double[] manyMillis = new double[paths.size()];
        Arrays.fill(fewMillis, Double.MAX_VALUE);
        Arrays.fill(manyMillis, Double.MAX_VALUE);
        try (Wire small = new Wire(few);
                Wire large = new Wire(many)) {
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < paths.size(); i++) {
                    fewMillis[i] = Math.min(fewMillis[i], millis(small, paths.get(i)));
                    manyMillis[i] = Math.min(manyMillis[i], millis(large, paths.get(i)));
                }
                System.err.println("round " + (round + 1) + " of " + rounds);
            }
        }
        List<String> lines = new ArrayList<>(List.of("path\tfew_ms\tmany_ms\tratio"));
        double[] ratios = new double[paths.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = manyMillis[i] / fewMillis[i];
            lines.add(String.format(
                    Locale.ROOT, "%s\t%.3f\t%.3f\t%.3f", paths.get(i), fewMillis[i], manyMillis[i], ratios[i]));
        }
        Files.write(Path.of(file), lines);
        System.out.printf(
                Locale.ROOT,
                "%.3f\t%.3f\t%.3f\t%.3f%n",
                percentile(fewMillis, 50),
                percentile(manyMillis, 50),
                percentile(ratios, 50),
                percentile(ratios, 99));
    }

    /** Measures sequential requests, in rounds. Writes the median and the 99th percentile (ms). */
    private static void latency(String url, List<String> paths, int rounds) throws IOException {
        double[] all = new double[paths.size() * rounds];
        try (Wire wire = new Wire(url)) {
            for (String path : paths) {
                wire.body(path); // only warms up
            }
            for (int i = 0; i < all.length; i++) {
                all[i] = millis(wire, paths.get(i % paths.size()));
            }
        }
        System.out.printf(Locale.ROOT, "%.3f\t%.3f%n", percentile(all, 50), percentile(all, 99));
    }

    /** Measures the first request after a write. Writes the median and the maximum (ms). */
    private static void writes(String url, String key, String path, int rounds) throws IOException {
        double[] all = new double[rounds];
        try (Wire wire = new Wire(url)) {
            wire.body(path);
            for (int i = 0; i < rounds; i++) {
                write(url, key);
                all[i] = millis(wire, path);
            }
        }
        System.out.printf(Locale.ROOT, "%.3f\t%.3f%n", percentile(all, 50), percentile(all, 100));
    }

    private static void write(String url, String key) throws IOException {
        HttpURLConnection post = (HttpURLConnection) URI.create(url + "/v1/startups").toURL().openConnection();
        post.setRequestMethod("POST");
        post.setRequestProperty("Content-Type", "application/json");
        post.setRequestProperty("X-API-Key", key);
        post.setDoOutput(true);
        post.getOutputStream().write("{\"name\":\"Written Between Counts\"}".getBytes(StandardCharsets.UTF_8));
        if (post.getResponseCode() != 201) {
            throw new IOException("the write was answered " + post.getResponseCode());
        }
        post.disconnect();
    }

    /** Compares the page after a number of rows with the first. Writes the medians of both (ms). */
    private static void deep(String product, int rows) throws IOException {
        String list = "/v1/startups?sort=-founded_year&limit=";
        try (Wire wire = new Wire(product)) {
            String cursor = null;
            for (int seen = 0; seen < rows; seen += WALK_LIMIT) {
                JsonNode page = JSON.readTree(
                        wire.body(list + WALK_LIMIT + (cursor == null ? "" : "&cursor=" + cursor)));
                cursor = page.get("page").get("next_cursor").textValue();
                if (cursor == null) {
                    throw new IllegalStateException("there are no " + rows + " rows");
                }
            }
            double[] first = new double[PAGE_ROUNDS];
            double[] last = new double[PAGE_ROUNDS];
            for (int round = -PAGE_ROUNDS; round < PAGE_ROUNDS; round++) {
                double firstMillis = millis(wire, list + PAGE_LIMIT);
                double lastMillis = millis(wire, list + PAGE_LIMIT + "&cursor=" + cursor);
                if (round >= 0) { // those before only warm up
                    first[round] = firstMillis;
                    last[round] = lastMillis;
                }
            }
            System.out.printf(Locale.ROOT, "%.3f\t%.3f%n", percentile(first, 50), percentile(last, 50));
        }
    }

    /** Measures the time until a process responds with 200. Writes that time (ms). */
    private static void ready(String url, List<String> command) throws IOException, InterruptedException {
        String address = url.substring(0, url.indexOf('/', "http://".length()));
        String path = url.substring(address.length());
        isReady(address, path); // this process's own classes, so that they are not in the time
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // The measurement may be interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            while (!isReady(address, path)) {
                if (!process.isAlive()) {
                    throw new IOException("ended with " + process.exitValue());
                }
                Thread.sleep(POLL_MILLIS);
            }
            System.out.printf(Locale.ROOT, "%.0f%n", (System.nanoTime() - start) / 1e6);
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean isReady(String address, String path) {
        try (Wire wire = new Wire(address)) {
            return wire.get(path).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double millis(Wire wire, String path) throws IOException {
        long start = System.nanoTime();
        wire.body(path);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns a percentile. */
    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
