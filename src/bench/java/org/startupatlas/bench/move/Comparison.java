package org.startupatlas.bench.move;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.bench.fire.BrokenPromise;

/** Sends the same requests to two nodes, and compares their responses byte by byte. */
final class Comparison {

    /** Headers that differ between two responses of one node, too. */
    private static final Set<String> VARYING_HEADERS = Set.of("x-request-id", "date");

    private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\":\"[^\"]*\"");

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; *rel=\"next\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI one;
    private final URI other;
    private int compared;
    private final Map<Integer, Integer> statuses = new LinkedHashMap<>();

    Comparison(URI one, URI other) {
        this.one = one;
        this.other = other;
    }

    /** The compared parts of a response. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {

        static Answer of(HttpResponse<byte[]> response) {
            Map<String, List<String>> headers =
                    new LinkedHashMap<>(response.headers().map());
            headers.keySet().removeIf(VARYING_HEADERS::contains);
            String body = new String(response.body(), StandardCharsets.ISO_8859_1);
            return new Answer(
                    response.statusCode(), headers, REQUEST_ID.matcher(body).replaceAll(""));
        }

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst();
        }
    }

    int compared() {
        return compared;
    }

    /** Returns the number of responses by status. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** Compares a path, the conditional request if it has an ETag, and all following pages. */
    void compareAll(String path) throws IOException, InterruptedException {
        Deque<String> paths = new ArrayDeque<>(List.of(path));
        while (!paths.isEmpty()) {
            String next = paths.remove();
            Answer answer = compare(next);
            Optional<String> tag = answer.header("ETag");
            if (tag.isPresent()) {
                compare(next, "If-None-Match", tag.get());
            }
            answer.header("Link").map(NEXT::matcher).filter(Matcher::find).ifPresent(link -> paths.add(link.group(1)));
        }
    }

    private Answer compare(String path, String... headers) throws IOException, InterruptedException {
        Answer expected = ask(one, path, headers);
        Answer given = ask(other, path, headers);
        if (!expected.equals(given)) {
            throw new BrokenPromise(
                    "GET " + path + " " + Arrays.toString(headers) + " differs:\n" + expected + "\n" + given);
        }
        compared++;
        statuses.merge(expected.status(), 1, Integer::sum);
        return expected;
    }

    private Answer ask(URI node, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Returns the body of both responses. */
    String body(String path) throws IOException, InterruptedException {
        return compare(path).body();
    }

    /** Returns the distinct values of a key in the body of both responses. */
    Set<String> values(String path, String key) throws IOException, InterruptedException {
        Set<String> values = new LinkedHashSet<>();
        Matcher matcher = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(body(path));
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }
}
