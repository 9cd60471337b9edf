package org.startupatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Judged queries: the rank of the expected hits, and searches derived from them to be timed. */
final class Judged {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lower ranks do not count. */
    private static final int LOOKED_THROUGH = 10;

    /** The maximum number of typed characters. */
    private static final int MAX_TYPED_LENGTH = 8;

    private static final String ROR = "https://ror.org/";

    private Judged() {}

    /** A query and the expected first hits, any of which is correct. */
    private record Query(String words, List<String> expected) {}

    public static void main(String[] arguments) throws IOException {
        List<Query> queries = queries(arguments[2]);
        try (Wire wire = new Wire(arguments[1])) {
            switch (arguments[0]) {
                case "ecosystem" -> judge(queries, query -> found(wire, query));
                case "corpus" -> judge(queries, query -> foundOrganisations(wire, query));
                case "paths" -> paths(wire, queries, Path.of(arguments[3]), Path.of(arguments[4]));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static List<Query> queries(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(columns -> new Query(columns[0], List.of(columns[3].split(" "))))
                .toList();
    }

    private interface Search {
        List<String> find(String words) throws IOException;
    }

    /** Writes the number of queries, the success at 1 and at 5, and the mean reciprocal rank. */
    private static void judge(List<Query> queries, Search search) throws IOException {
        double first = 0;
        double amongFive = 0;
        double reciprocal = 0;
        for (Query query : queries) {
            List<String> found = search.find(query.words);
            int rank = 1 + (int) found.stream()
                    .takeWhile(each -> !query.expected.contains(each))
                    .count();
            if (rank <= found.size()) {
                first += rank == 1 ? 1 : 0;
                amongFive += rank <= 5 ? 1 : 0;
                reciprocal += 1.0 / rank;
            }
        }
        int all = queries.size();
        System.out.printf(
                Locale.ROOT, "%d\t%.3f\t%.3f\t%.3f%n", all, first / all, amongFive / all, reciprocal / all);
    }

    private static List<String> found(Wire wire, String words) throws IOException {
        List<String> found = new ArrayList<>();
        JsonNode answer = JSON.readTree(wire.body("/v1/search?limit=" + LOOKED_THROUGH + "&q=" + encode(words)));
        answer.get("data")
                .forEach(hit -> found.add(
                        hit.get("resource").textValue() + "/" + hit.get("slug").textValue()));
        return found;
    }

    private static List<String> foundOrganisations(Wire wire, String words) throws IOException {
        List<String> found = new ArrayList<>();
        JsonNode answer = JSON.readTree(
                wire.body("/v1/startups?fields=external_ids&limit=" + LOOKED_THROUGH + "&q=" + encode(words)));
        answer.get("data")
                .forEach(record -> found.add(ROR + record.at("/external_ids/ror").asText()));
        return found;
    }

    /** Writes searches with two filters that match the first hit, and the typed prefixes of queries. */
    private static void paths(Wire wire, List<Query> queries, Path searches, Path typed) throws IOException {
        List<String> searchPaths = new ArrayList<>();
        List<String> typedPaths = new ArrayList<>();
        for (Query query : queries) {
            String list = "/v1/startups?q=" + encode(query.words);
            JsonNode first = JSON.readTree(wire.body(list + "&limit=1")).at("/data/0");
            if (first.path("country").isTextual() && !first.path("sectors").isEmpty()) {
                searchPaths.add(list + "&country=" + first.get("country").textValue() + "&sectors="
                        + first.at("/sectors/0").textValue());
            }
            int length = Math.min(1 + typedPaths.size() % MAX_TYPED_LENGTH, query.words.length());
            typedPaths.add("/v1/suggest?q=" + encode(query.words.substring(0, length)));
        }
        Files.write(searches, searchPaths);
        Files.write(typed, typedPaths);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
