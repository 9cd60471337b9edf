package org.startupatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Draws the committed list of queries, and the ids for single reads. A query has one to three filters (equally often),
 * drawn independently of the implementation; it is discarded only if it has no match or is a duplicate.
 */
final class QueryList {

    private static final long SEED = 20250605;
    private static final int QUERIES = 2000;
    private static final String ORDER = "sort=-founded_year&limit=50";

    /** The share of filters with several codes. */
    private static final double SEVERAL = 0.25;

    private static final int MAX_CODES = 3;
    private static final int MAX_PREFIX_LENGTH = 6;
    private static final int MAX_YEARS = 60;

    private static final List<String> KINDS =
            List.of("country", "sectors", "founded_year", "status", "name__starts", "city");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(SEED);
    private final List<JsonNode> startups = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final String product;

    private QueryList(String product) {
        this.product = product;
    }

    /**
     * @param arguments the corpus as startups, the product's address with the corpus in it, the folder to write to
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        QueryList list = new QueryList(arguments[1]);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            list.startups.add(list.json.readTree(line));
        }
        list.collectValues();
        Path folder = Path.of(arguments[2]);
        Files.write(folder.resolve("queries.tsv"), list.queries());
        Files.write(folder.resolve("ids.txt"), list.ids());
    }

    private void collectValues() {
        for (String kind : List.of("country", "status", "city")) {
            values.put(kind, distinct(startup -> texts(startup.get(kind))));
        }
        values.put("sectors", distinct(startup -> texts(startup.get("sectors"))));
    }

    private List<String> distinct(Function<JsonNode, List<String>> read) {
        Set<String> all = new TreeSet<>();
        startups.forEach(startup -> all.addAll(read.apply(startup)));
        return List.copyOf(all);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private List<String> queries() throws IOException, InterruptedException {
        long all = matched("");
        List<String> lines = new ArrayList<>(List.of("query\trows\tselectivity"));
        Set<String> seen = new LinkedHashSet<>();
        while (lines.size() <= QUERIES) {
            List<String> kinds = new ArrayList<>(KINDS);
            Collections.shuffle(kinds, random);
            // Half of the queries have the values of one startup, like a search that is narrowed; the others combine
            // unrelated values.
            JsonNode about = random.nextBoolean() ? anyStartup() : null;
            StringBuilder query = new StringBuilder();
            for (String kind : kinds.subList(0, 1 + random.nextInt(3))) {
                filter(kind, about == null ? anyStartup() : about, query);
            }
            if (query.isEmpty() || !seen.add(query.toString())) {
                continue;
            }
            long rows = matched(query.toString());
            if (rows > 0) {
                lines.add("%s%s\t%d\t%.6f".formatted(query, ORDER, rows, rows / (double) all));
            }
        }
        return lines;
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>(
                startups.stream().map(startup -> startup.get("id").textValue()).toList());
        Collections.shuffle(ids, random);
        return ids.subList(0, QUERIES);
    }

    private JsonNode anyStartup() {
        return startups.get(random.nextInt(startups.size()));
    }

    /** Adds a filter of a kind that matches the startup if it has a value. */
    private void filter(String kind, JsonNode startup, StringBuilder query) {
        switch (kind) {
            case "founded_year" -> years(startup.get("founded_year"), query);
            case "name__starts" -> {
                String name = startup.get("name").textValue();
                int length = Math.min(name.length(), 1 + random.nextInt(MAX_PREFIX_LENGTH));
                add("name__starts", name.substring(0, length).strip(), query);
            }
            default -> {
                List<String> own = texts(startup.get(kind));
                // Drawn by rows, which prefers frequent values, or by values, which includes rare ones.
                String value = own.isEmpty() || random.nextBoolean() ? any(values.get(kind)) : any(own);
                boolean several = !kind.equals("city") && random.nextDouble() < SEVERAL;
                Set<String> codes = new TreeSet<>(Set.of(value));
                for (int i = several ? random.nextInt(MAX_CODES - 1) : MAX_CODES; i < MAX_CODES - 1; i++) {
                    codes.add(any(values.get(kind)));
                }
                add(kind, String.join(",", codes), query);
            }
        }
    }

    private void years(JsonNode founded, StringBuilder query) {
        int year = founded.isNull() ? 1850 + random.nextInt(175) : founded.intValue();
        int before = year - random.nextInt(MAX_YEARS);
        int after = year + random.nextInt(MAX_YEARS);
        switch (random.nextInt(4)) {
            case 0 -> add("founded_year", String.valueOf(year), query);
            case 1 -> add("founded_year__gte", String.valueOf(before), query);
            case 2 -> add("founded_year__lte", String.valueOf(after), query);
            default -> {
                add("founded_year__gte", String.valueOf(before), query);
                add("founded_year__lte", String.valueOf(after), query);
            }
        }
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void add(String name, String value, StringBuilder query) {
        if (!value.isEmpty()) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ","))
                    .append('&');
        }
    }

    private long matched(String filters) throws IOException, InterruptedException {
        URI uri = URI.create(product + "/v1/startups?" + filters + "total=true&limit=1");
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(String.format(Locale.ROOT, "%s: %d %s", uri, answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body()).get("page").get("total").longValue();
    }
}
