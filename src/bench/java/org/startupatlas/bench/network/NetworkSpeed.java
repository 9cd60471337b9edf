package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.startupatlas.bench.fire.Node;
import org.startupatlas.bench.network.Latency.Figure;
import org.startupatlas.bench.network.Latency.Query;
import org.startupatlas.bench.network.NetworkCorpus.Records;

/**
 * Measures how long the network takes to answer: on the bundled data beside a filtered list, and on the organisations of
 * the ROR corpus at three sizes. {@code src/bench/network} runs it.
 */
public final class NetworkSpeed {

    private static final Query LIST =
            Query.get("filtered list", "/v1/startups?sectors=fintech&sort=-founded_year&limit=50");

    private static final List<Query> OF_BUNDLE = List.of(
            LIST,
            Query.get("matches of a startup, with programs", "/v1/startups/chari/matches"),
            Query.get("the same, with partners", "/v1/startups/chari/matches?with=partners"),
            Query.get("the same, with countries", "/v1/startups/chari/matches?with=countries"),
            Query.get("the same, with startups", "/v1/startups/chari/matches?with=startups"),
            Query.get("matches of a startup of which nothing but the name is known", "/v1/startups/evestia/matches"),
            Query.get("deal flow of Plug and Play", "/v1/partners/plug-and-play/matches"),
            Query.get("deal flow of Technopark", "/v1/partners/technopark-morocco/matches"),
            Query.get("routes of a startup to Japan", "/v1/startups/chari/routes?to=JP"),
            Query.get("routes of a startup of which nothing but the name is known", "/v1/startups/evestia/routes?to=JP"),
            Query.get("who reaches Japan", "/v1/countries/JP/reach"),
            Query.get("which countries are reached", "/v1/network/reach"),
            Query.get("white spots", "/v1/network/white_spots"),
            new Query(
                    "what if two partners agreed",
                    "/v1/network/what_if",
                    "{\"agreements\":[{\"parties\":[\"technopark-morocco\",\"um6p\"]}]}"),
            Query.get("drawing of two steps around a startup", "/v1/network/graph?around=startups/chari&depth=2"));

    private static final int ROUTES = 10;

    /** Measured alone, because it takes as long as all the others together. */
    private static final Query NEXT_BEST =
            Query.get("next best three agreements", "/v1/network/next_best?budget=3");

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofSeconds(3);
    /** Enough that collections take no part in how the figures grow. */
    private static final String HEAP = "1g";

    private static final Map<String, Integer> DIVISORS = Map.of("quarter", 4, "half", 2, "all", 1);
    private static final int WRITES = 20;

    private final Path product;
    private final Path folder;

    private NetworkSpeed(Path product, Path folder) {
        this.product = product;
        this.folder = folder;
    }

    /**
     * Arguments: the folder of the product for H2, an empty folder to work in, what to measure (bundle, quarter, half,
     * all; with commas), and, for all but the bundle, the corpus (gzip) and what {@code Corpus} writes of it.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
        NetworkSpeed speed = new NetworkSpeed(Path.of(arguments[0]), folder);
        List<String> measures = new ArrayList<>(List.of(arguments[2].split(",")));
        if (measures.remove("bundle")) {
            speed.measureBundle();
        }
        if (!measures.isEmpty()) {
            NetworkCorpus corpus = NetworkCorpus.read(Path.of(arguments[3]), Path.of(arguments[4]));
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (String measure : measures) {
                speed.measureCorpus(corpus.records(DIVISORS.get(measure)), rows);
            }
            System.out.println();
            System.out.println("| | " + String.join(" | ", measures) + " |");
            System.out.println("|---" + "|---".repeat(measures.size()) + "|");
            rows.forEach((name, cells) -> System.out.println("| " + name + " | " + String.join(" | ", cells) + " |"));
        }
    }

    private Node node(String name) throws IOException {
        return new Node(
                name,
                product,
                folder,
                Map.of(
                        "ATLAS_DATA_DIR", folder.resolve(name).toString(),
                        "ATLAS_ADMIN_KEY", Api.KEY,
                        "ATLAS_CACHE_SIZE", "0"),
                HEAP);
    }

    private void measureBundle() throws IOException, InterruptedException {
        Node node = node("bundle");
        node.start();
        try {
            node.awaitReady();
            Latency latency = new Latency(node.address());
            List<Figure> figures = new ArrayList<>(latency.measure(OF_BUNDLE, HALF_A_MINUTE, HALF_A_MINUTE));
            figures.addAll(latency.measure(List.of(NEXT_BEST), MOMENT, MOMENT));
            double list = figures.get(0).median();
            System.out.println("| request | median, ms | to the list |");
            System.out.println("|---|---|---|");
            for (Figure figure : figures) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.2f | %.1f |%n",
                        figure.query().name(),
                        figure.median(),
                        figure.median() / list);
            }
        } finally {
            node.kill();
        }
    }

    private void measureCorpus(Records records, Map<String, List<String>> rows)
            throws IOException, InterruptedException {
        Node node = node("corpus-" + records.organisations());
        node.start();
        try {
            load(node, records);
            node.stop();
            // Memory and the time to build the network are those of a node that has done nothing else.
            node.start();
            node.awaitReady();
            add(rows, "organisations", "%d", records.organisations());
            add(rows, "relations", "%d", records.relations());
            add(rows, "partners", "%d", records.count("partners"));
            add(rows, "startups", "%d", records.count("startups"));
            add(rows, "agreements", "%d", records.count("agreements"));
            add(rows, "funding rounds", "%d", records.count("funding_rounds"));
            measureBuild(node, records, rows);
            measureRequests(node, records, rows);
            measureWrites(node, records, rows);
        } finally {
            node.kill();
        }
    }

    private static void load(Node node, Records records) throws IOException, InterruptedException {
        node.awaitReady();
        Api api = new Api(node.address());
        for (Map.Entry<String, String> file : records.files().entrySet()) {
            long start = System.nanoTime();
            api.load(file.getKey(), file.getValue());
            System.err.printf(
                    Locale.ROOT,
                    "network: %d %s imported in %.0f s%n",
                    records.count(file.getKey()),
                    file.getKey(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    /** The first request builds the network; the same again, as soon as it is compiled, takes almost nothing. */
    private static void measureBuild(Node node, Records records, Map<String, List<String>> rows)
            throws IOException, InterruptedException {
        Query drawing = drawing(NetworkCorpus.partnersByAgreements(records).get(0));
        double before = LiveHeap.mebibytes(node.pid());
        double first = new Latency(node.address()).once(drawing);
        double after = LiveHeap.mebibytes(node.pid());
        add(rows, "first request after the start, which builds the network, s", "%.1f", first / 1000);
        add(rows, "live heap before, MiB", "%.0f", before);
        add(rows, "live heap of the network, MiB", "%.0f", after - before);
    }

    private static Query drawing(String partner) {
        return Query.get("drawing around a partner", "/v1/network/graph?around=partners/" + partner);
    }

    private static void measureRequests(Node node, Records records, Map<String, List<String>> rows)
            throws IOException, InterruptedException {
        List<String> partners = NetworkCorpus.partnersByAgreements(records);
        String partner = partners.get(0);
        String startup = "/v1/startups/"
                + NetworkCorpus.startupsByInvestors(records, partners).get(0);
        String agreement = "{\"agreements\":[{\"parties\":[\"" + partner + "\",\"" + partners.get(partners.size() / 2)
                + "\"]}]}";
        List<Query> queries = List.of(
                LIST,
                Query.get("matches of a startup, with partners", startup + "/matches?with=partners"),
                Query.get("matches of a startup, with startups", startup + "/matches?with=startups"),
                Query.get("deal flow of a partner", "/v1/partners/" + partner + "/matches"),
                Query.get("who reaches Japan", "/v1/countries/JP/reach"),
                Query.get("which countries are reached from France", "/v1/network/reach?from=FR"),
                Query.get("white spots of France", "/v1/network/white_spots?from=FR"),
                new Query("what if two partners agreed", "/v1/network/what_if", agreement),
                Query.get("next best three agreements of France", "/v1/network/next_best?from=FR&budget=3"),
                drawing(partner));
        Latency latency = new Latency(node.address());
        for (Query query : queries) {
            Figure figure = latency.measure(List.of(query), MOMENT, MOMENT).get(0);
            add(rows, query.name() + ", ms", figure.status() == 422 ? "refused (422) in %.1f" : "%.1f", figure.best());
        }
        measureRoutes(latency, NetworkCorpus.startupsByInvestors(records, partners), rows);
        add(rows, "records with a route to Japan", "%d", connected(node));
    }

    /** Measures startups with more and with less connected investors: how many searches a request needs depends on them. */
    private static void measureRoutes(Latency latency, List<String> startups, Map<String, List<String>> rows)
            throws IOException {
        List<Query> queries = IntStream.range(0, ROUTES)
                .mapToObj(i -> startups.get(i * startups.size() / ROUTES))
                .map(startup -> Query.get("routes to Japan", "/v1/startups/" + startup + "/routes?to=JP"))
                .toList();
        double mean = latency.measure(queries, MOMENT, MOMENT).stream()
                .mapToDouble(Figure::best)
                .average()
                .orElseThrow();
        add(rows, "routes of a startup to Japan, mean of " + ROUTES + " startups, ms", "%.1f", mean);
    }

    /** Returns how many records a search backwards from Japan comes to. */
    private static int connected(Node node) throws IOException, InterruptedException {
        JsonNode reach = new Api(node.address()).get("/v1/countries/JP/reach?limit=1");
        return Stream.of("startups", "programs", "partners")
                .mapToInt(resource -> reach.get(resource).get("total").intValue())
                .sum();
    }

    /** A partner gets a presence and loses it again: the drawing around it shows that at once. */
    private static void measureWrites(Node node, Records records, Map<String, List<String>> rows)
            throws IOException, InterruptedException {
        Api api = new Api(node.address());
        List<String> partners = NetworkCorpus.partnersByAgreements(records);
        String partner = partners.get(partners.size() / 2);
        String path = "/v1/partners/" + partner;
        String drawing = drawing(partner).path();
        int version = api.get(path).get("version").intValue();
        List<Double> written = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int i = 0; i < 2 * WRITES; i++) {
            boolean isPresent = i % 2 == 0;
            ObjectNode patch = Api.JSON.createObjectNode();
            patch.putArray("presences");
            if (isPresent) {
                patch.withArray("presences").addObject().put("country", "JP");
            }
            api.change(path, version + i, patch);
            long start = System.nanoTime();
            JsonNode answer = api.get(drawing);
            written.add((System.nanoTime() - start) / 1e6);
            if (answer.toString().contains("\"presence\"") != isPresent) {
                throw new IllegalStateException("the drawing does not show the write: " + answer);
            }
            start = System.nanoTime();
            api.get(drawing);
            again.add((System.nanoTime() - start) / 1e6);
        }
        add(rows, "drawing behind a write, which it shows, ms", "%.1f", Latency.median(written));
        add(rows, "the same again, ms", "%.1f", Latency.median(again));
    }

    private static void add(Map<String, List<String>> rows, String name, String format, Object value) {
        rows.computeIfAbsent(name, key -> new ArrayList<>()).add(String.format(Locale.ROOT, format, value));
        System.err.println("network: " + name + ": " + String.format(Locale.ROOT, format, value));
    }
}
