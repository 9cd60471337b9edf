package org.startupatlas.network.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Creates, changes, merges and deletes records of all resources of the network over HTTP at random. */
final class RandomNetworkWrites {

    /** A record that is still referred to is not deleted; a rule of the record may reject random values. */
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 204, 409, 422);

    private static final List<String> RESOURCES = List.of(
            "partners", "partners", "sites", "programs", "startups", "participations", "agreements", "funding_rounds");
    private static final List<String> COUNTRIES = List.of("MA", "FR", "SN", "JP");
    private static final List<String> DATES = List.of("2019", "2021-03", "2023-Q2", "2024-05-29", "2020/2022");

    private final Random random;
    private final Map<String, List<String>> ids = new HashMap<>();
    private int accepted;

    RandomNetworkWrites(long seed) {
        random = new Random(seed);
        for (String resource : List.of("partners", "partners", "programs", "startups", "sites")) {
            create(resource);
        }
    }

    /** Returns how many writes were accepted. */
    int accepted() {
        return accepted;
    }

    /** Writes once more. */
    void next() {
        String resource = one(RESOURCES);
        List<String> own = ids.getOrDefault(resource, List.of());
        int what = random.nextInt(10);
        if (what < 4 || own.size() < 2) {
            create(resource);
        } else if (what < 7) {
            String id = one(own);
            accept(seen(Writes.MERGE_PATCH, resource, id)
                    .body(Writes.bytes("{" + values(resource) + "}"))
                    .patch(path(resource, id)));
        } else if (what < 9) {
            String id = one(own);
            if (accept(seen("application/json", resource, id).delete(path(resource, id)))) {
                own.remove(id);
            }
        } else {
            merge(resource, one(own), one(own));
        }
    }

    private void create(String resource) {
        String name = "\"name\":\"Random " + UUID.randomUUID() + "\",";
        Response answer = Writes.of(TestKeys.ADMIN, "application/json")
                .body(Writes.bytes("{" + name + values(resource) + "}"))
                .post("/v1/" + resource);
        if (accept(answer)) {
            String id = Atlas.read(JsonNode.class, answer).get("id").textValue();
            ids.computeIfAbsent(resource, key -> new ArrayList<>()).add(id);
        }
    }

    private void merge(String resource, String survivor, String gone) {
        Response answer = seen("application/json", resource, survivor)
                .body("{\"from\":\"" + gone + "\"}")
                .post(path(resource, survivor) + "/merge");
        if (accept(answer)) {
            ids.get(resource).remove(gone);
            // a merge also merges the participations that it makes equal
            ids.getOrDefault("participations", new ArrayList<>())
                    .removeIf(id -> TestKeys.asAdmin()
                                    .redirects()
                                    .follow(false)
                                    .get(path("participations", id))
                                    .statusCode()
                            != 200);
        }
    }

    private boolean accept(Response answer) {
        assertTrue(EXPECTED.contains(answer.statusCode()), answer::asString);
        boolean isAccepted = answer.statusCode() < 300;
        accepted += isAccepted ? 1 : 0;
        return isAccepted;
    }

    private static RequestSpecification seen(String type, String resource, String id) {
        int version = Atlas.tree(path(resource, id)).get("version").intValue();
        return Writes.of(TestKeys.ADMIN, type).header("If-Match", "\"" + version + "\"");
    }

    private static String path(String resource, String id) {
        return "/v1/" + resource + "/" + id;
    }

    private String values(String resource) {
        String common = ",\"notes\":\"" + UUID.randomUUID() + "\",\"provenance\":" + some(this::claim);
        return ownValues(resource) + common;
    }

    private String ownValues(String resource) {
        return switch (resource) {
            case "partners" -> "\"country\":" + maybe(quoted(one(COUNTRIES)))
                    + ",\"presences\":" + some(this::presence)
                    + ",\"networks\":" + some(() -> id("partners"));
            case "sites" -> "\"operator\":" + organisation() + ",\"status\":" + maybe(quoted("closed"));
            case "programs" -> "\"status\":" + maybe(quoted(one(List.of("active", "announced", "ended"))))
                    + ",\"started\":" + date()
                    + ",\"countries\":" + some(() -> quoted(one(COUNTRIES)))
                    + ",\"operators\":" + some(this::organisation)
                    + ",\"editions\":[{\"code\":\"one\",\"start\":" + date() + "},{\"code\":\"two\"}]";
            case "startups" -> "\"country\":" + maybe(quoted(one(COUNTRIES)))
                    + ",\"steward\":" + maybe(id("partners"))
                    + ",\"site\":" + maybe(id("sites"))
                    + ",\"markets\":" + some(this::market);
            case "participations" -> "\"startup\":" + id("startups")
                    + ",\"program\":" + id("programs")
                    + ",\"edition\":" + maybe(quoted(one(List.of("one", "two"))))
                    + ",\"state\":" + maybe(quoted("rejected"));
            case "agreements" -> "\"parties\":" + some(this::organisation)
                    + ",\"supporters\":" + some(this::organisation)
                    + ",\"programs\":" + some(() -> id("programs"))
                    + ",\"signed\":" + date()
                    + ",\"status\":" + maybe(quoted("ended"));
            default -> "\"startup\":" + id("startups")
                    + ",\"date\":" + date()
                    + ",\"investors\":" + some(this::organisation);
        };
    }

    private String presence() {
        return "{\"country\":" + maybe(quoted(one(COUNTRIES))) + ",\"city\":" + quoted(one(List.of("Rabat", "Tokyo")))
                + ",\"since\":" + date() + "}";
    }

    private String market() {
        return "{\"country\":" + maybe(quoted(one(COUNTRIES))) + ",\"state\":" + quoted("entered") + "}";
    }

    private String organisation() {
        return "{\"partner\":" + maybe(id("partners")) + ",\"name\":\"As published\"}";
    }

    private String claim() {
        return "{\"field\":" + maybe(quoted(one(List.of("name", "notes")))) + ",\"publisher\":\"P" + random.nextInt(3)
                + "\",\"used\":" + random.nextBoolean() + ",\"confidence\":\"reported\"}";
    }

    private String date() {
        return maybe(quoted(one(DATES)));
    }

    private String id(String resource) {
        List<String> own = ids.getOrDefault(resource, List.of());
        return own.isEmpty() ? "null" : quoted(one(own));
    }

    /** Distinct values, because lists of references and countries may not repeat one. */
    private String some(Supplier<String> value) {
        return Stream.generate(value)
                .limit(random.nextInt(4))
                .filter(text -> !text.equals("null"))
                .distinct()
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String maybe(String value) {
        return random.nextInt(3) == 0 ? "null" : value;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
