package org.startupatlas.bench;

import org.startupatlas.record.RecordJson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;

/**
 * Replays the history of organisations through the API in order of time, as startups that are created and replaced. Then
 * reads each version in every way of the API, and fails at the first difference.
 */
final class History {

    private static final int MAX_HISTORY = 1_000;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String key;
    private final Set<String> countries;
    private final Map<String, List<Written>> written = new LinkedHashMap<>();

    private History(String address, String key, Set<String> countries) {
        this.address = address;
        this.key = key;
        this.countries = countries;
        new RecordJson().customize(json);
    }

    /** A version of the corpus. */
    private record Version(String organisation, JsonNode json) {
        String since() {
            return json.get("valid_from").textValue();
        }
    }

    /** A version as the API returned it when it was written. */
    private record Written(JsonNode record, long revision) {
        String id() {
            return record.get("id").textValue();
        }

        int version() {
            return record.get("version").intValue();
        }
    }

    /**
     * @param arguments the address of a node, the corpus (gzip), the product's bundled countries; the key with which to
     *     write is in the environment, as {@code ATLAS_ADMIN_KEY}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        History history = new History(
                arguments[0], System.getenv("ATLAS_ADMIN_KEY"), Corpus.countryCodes(Path.of(arguments[2])));
        List<Version> versions = history.versions(Path.of(arguments[1]));
        Instant begin = Instant.now();
        for (Version version : versions) {
            history.replay(version);
        }
        Instant written = Instant.now();
        int asked = 0;
        for (List<Written> organisation : history.written.values()) {
            asked += history.check(organisation);
        }
        System.out.printf(
                "%d versions of %d organisations written in %.1f s; all are given back by history, versions and as_of:"
                        + " %d requests in %.1f s%n",
                versions.size(),
                history.written.size(),
                Duration.between(begin, written).toMillis() / 1000.0,
                asked,
                Duration.between(written, Instant.now()).toMillis() / 1000.0);
    }

    /** Returns all versions of all organisations, the earliest first. */
    private List<Version> versions(Path corpus) throws IOException {
        List<Version> versions = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode organisation = json.readTree(line);
                String id = organisation.get("id").textValue();
                organisation.get("versions").forEach(version -> versions.add(new Version(id, version)));
            }
        }
        // Stable: versions of one organisation are in time order already.
        versions.sort(Comparator.comparing(Version::since));
        return versions;
    }

    // ---- Writing ----

    private void replay(Version version) throws IOException, InterruptedException {
        List<Written> before = written.computeIfAbsent(version.organisation, organisation -> new ArrayList<>());
        ObjectNode startup = startup(version);
        HttpRequest.Builder request = before.isEmpty()
                ? to("/v1/startups").POST(body(startup))
                : to("/v1/startups/" + last(before).id())
                        .header("If-Match", "\"" + last(before).version() + "\"")
                        .PUT(body(startup));
        HttpResponse<byte[]> answer = http.send(
                request.header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        require(answer.statusCode() / 100 == 2, version + ": " + text(answer));
        JsonNode record = json.readTree(answer.body());
        startup.properties().forEach(field -> require(
                field.getValue().equals(record.get(field.getKey())),
                field.getKey() + " was sent as " + field.getValue() + " and is " + record.get(field.getKey())));
        Written now = new Written(record, answer.headers().firstValueAsLong("Atlas-Revision").orElseThrow());
        require(now.version() == before.size() + 1, version + " became version " + now.version());
        before.add(now);
    }

    private static Written last(List<Written> versions) {
        return versions.get(versions.size() - 1);
    }

    /** Returns the organisation as a startup, as {@link Corpus} maps it, with the values without a field in the notes. */
    private ObjectNode startup(Version version) {
        JsonNode organisation = version.json;
        String name = Corpus.displayName(organisation);
        String country = organisation.get("country").path(0).textValue();
        ObjectNode startup = json.createObjectNode();
        startup.put("name", name);
        startup.set("other_names", json.valueToTree(Corpus.otherNames(organisation, name)));
        startup.put("status", Corpus.status(organisation.get("status").textValue()));
        startup.put("founded", founded(organisation));
        startup.set("sectors", json.valueToTree(Corpus.codes(organisation, Corpus.SECTORS)));
        startup.set("business_models", json.valueToTree(Corpus.codes(organisation, Corpus.BUSINESS_MODELS)));
        startup.put("country", countries.contains(country) ? country : null);
        startup.put("city", organisation.get("city").path(0).textValue());
        startup.put("website", organisation.get("website").textValue());
        startup.put("notes", notes(organisation));
        ArrayNode provenance = startup.putArray("provenance");
        provenance
                .addObject()
                .putNull("field")
                .putNull("value")
                .put("used", true)
                .put("publisher", "ror.org")
                .put("url", version.organisation)
                .put("published", version.since())
                .putNull("seen")
                .put("confidence", "reported")
                .put("note", organisation.get("release").textValue());
        return startup;
    }

    private static String founded(JsonNode organisation) {
        JsonNode established = organisation.get("established");
        return established.isNull() ? null : "%04d".formatted(established.intValue());
    }

    private static String notes(JsonNode organisation) {
        StringJoiner notes = new StringJoiner("\n");
        notes.add(organisation.get("country") + " " + organisation.get("city"));
        for (JsonNode relationship : organisation.get("relationships")) {
            notes.add(relationship.get("type").textValue() + " "
                    + relationship.get("id").textValue().replaceAll(".*/", ""));
        }
        return notes.toString();
    }

    // ---- Reading ----

    /** Reads all versions of an organisation in every way; returns the number of requests. */
    private int check(List<Written> versions) throws IOException, InterruptedException {
        String path = "/v1/startups/" + versions.get(0).id();
        JsonNode history = get(200, path + "/history?limit=" + MAX_HISTORY).get("data");
        require(history.size() == versions.size(), path + " has " + history.size() + " versions in its history");
        get(404, path + "?as_of=" + (versions.get(0).revision - 1));
        for (int i = 0; i < versions.size(); i++) {
            Written expected = versions.get(i);
            JsonNode change = history.get(i);
            require(change.get("revision").longValue() == expected.revision, path + " was not written at " + expected);
            require(change.get("version").intValue() == i + 1, path + " has versions in another order");
            same(expected, change.get("record"), path + "/history");
            same(expected, get(200, path + "/versions/" + (i + 1)), path + "/versions/" + (i + 1));
            String asOf = path + "?as_of=" + expected.revision;
            same(expected, get(200, asOf), asOf);
            boolean isOver = i + 1 < versions.size();
            String justBefore = path + "?as_of=" + (isOver ? versions.get(i + 1).revision - 1 : expected.revision);
            same(expected, get(200, justBefore), justBefore);
            // Of versions of the same millisecond, the time gives the last.
            Instant at = at(change);
            if (!isOver || at.isBefore(at(history.get(i + 1)))) {
                same(expected, get(200, path + "?as_of=" + at), path + " at " + at);
            }
        }
        return 2 + 4 * versions.size();
    }

    /** Returns the time in the log, which may differ from that of the record. */
    private static Instant at(JsonNode change) {
        return Instant.parse(change.get("at").textValue());
    }

    private static void same(Written expected, JsonNode actual, String where) {
        require(expected.record.equals(actual), where + " is " + actual + " and was " + expected.record);
    }

    private JsonNode get(int status, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(to(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        require(answer.statusCode() == status, path + ": " + text(answer));
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private static HttpRequest.BodyPublisher body(ObjectNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
