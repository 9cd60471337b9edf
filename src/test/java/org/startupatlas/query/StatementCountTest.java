package org.startupatlas.query;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.http.Limits;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.CountingDataSource;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Uncached;

/** Tests that the number of statements of a request does not depend on the number of rows. */
@QuarkusTest
@TestProfile(Counting.class)
class StatementCountTest {
    @Inject
    CountingDataSource database;

    @Inject
    SessionFactory hibernate;

    @Inject
    SchemaRegistry register;

    static List<String> resources() {
        return resourcesThat(schema -> true);
    }

    static List<String> expandable() {
        return resourcesThat(schema -> !Expansion.expandable(schema).isEmpty());
    }

    static List<String> related() {
        return resourcesThat(schema -> !schema.relations().isEmpty());
    }

    private static List<String> resourcesThat(Predicate<ResourceSchema> have) {
        return ResourceCatalog.SCHEMAS.stream()
                .filter(have)
                .map(ResourceSchema::resource)
                .toList();
    }

    /** Labels of codes are read once and then cached. */
    @BeforeEach
    void labelsAreCached() {
        Uncached.bytes("/v1/startups?limit=1&lang=fr");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void listTakesOneStatement(String resource) {
        assertEquals(1, count("/v1/" + resource + "?limit=1"));
        assertEquals(1, count("/v1/" + resource + "?limit=200"));
        assertEquals(1, count("/v1/" + resource + "?limit=200&lang=fr"));
    }

    /** Batches have a hundred records at first, and at most a thousand. */
    @ParameterizedTest
    @MethodSource("resources")
    void exportTakesOneStatementPerBatch(String resource) {
        long records = Atlas.total("/v1/" + resource + "?limit=1");
        int batches = records < 100 ? 1 : 2;
        for (String format : List.of("csv", "ndjson", "json")) {
            assertEquals(batches, count("/v1/exports/" + resource + "?format=" + format));
            assertEquals(batches, count("/v1/exports/" + resource + "?manifest=true&format=" + format));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void totalTakesOneMoreStatement(String resource) {
        assertEquals(2, count("/v1/" + resource + "?limit=200&total=true&created_at__gte=1970-01-01T00:00:00Z"));
    }

    /** Found empty, read again at one moment; then the revision of what was counted before, or all the counts in one. */
    @ParameterizedTest
    @MethodSource("resources")
    void emptyListTakesThreeStatements(String resource) {
        count("/v1/" + resource + "?total=true");
        String empty = "/v1/" + resource + "?slug=none-has-this";
        assertEquals(3, count(empty));
        assertEquals(
                3,
                count(empty + "&name=nothing&created_at__lt=1970-01-01T00:00:00Z&created_at__gt=2100-01-01T00:00:00Z"));
        assertEquals(1, count(empty + "&format=ndjson"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void cachedCountTakesNoStatement(String resource) {
        String facets = String.join(",", register.facetable(register.get(resource)));
        String counted = "/v1/" + resource + "?limit=200&total=true" + (facets.isEmpty() ? "" : "&facets=" + facets);
        count(counted);
        assertEquals(1, count(counted));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void statisticsTakeTwoStatements(String resource) {
        ResourceSchema schema = register.get(resource);
        String metrics = String.join(
                ",",
                new AggregationSchema(register)
                        .metrics(schema).stream().map(Metric::name).toList());
        assertEquals(2, count("/v1/stats/" + resource));
        for (Dimension dimension : new AggregationSchema(register).dimensions(schema)) {
            assertEquals(2, count("/v1/stats/" + resource + "?group_by=" + dimension.name() + "&metrics=" + metrics));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void laterPageTakesAtMostTwoStatements(String resource) {
        String cursor = Atlas.page(JsonNode.class, "/v1/" + resource + "?limit=5&sort=-name")
                .page()
                .nextCursor();
        int count = count("/v1/" + resource + "?limit=5&sort=-name&cursor=" + cursor);
        assertTrue(count <= 2, resource + ": " + count);
    }

    @ParameterizedTest
    @MethodSource("expandable")
    void expansionTakesOneStatementPerName(String resource) {
        ResourceSchema schema = register.get(resource);
        List<String> names = Expansion.expandable(schema).stream()
                .filter(name -> !name.equals("live"))
                .toList();
        // Counts take one for each relation; what is counted live is LiveStatementCountTest's.
        int max = 1 + names.size() + schema.relations().size();
        String expand = "expand=" + String.join(",", names);
        int list = count("/v1/" + resource + "?limit=200&" + expand);
        assertTrue(list <= max, resource + ": " + list + " > " + max);
        String first = Walk.id(Walk.all(schema).get(0));
        int single = count("/v1/" + resource + "/" + first + "?" + expand);
        assertTrue(single <= max, resource + ": " + single + " > " + max);
    }

    @ParameterizedTest
    @MethodSource("related")
    void secondLevelTakesOneStatementPerName(String resource) {
        ResourceSchema schema = register.get(resource);
        for (Relation relation : schema.relations()) {
            ResourceSchema target = register.get(relation.target());
            for (String name : Expansion.expandable(target)) {
                int max = 2 + statements(target, name);
                int count = count("/v1/" + resource + "?limit=100&expand=" + relation.name() + "." + name);
                assertTrue(count <= max, resource + "." + relation.name() + "." + name + ": " + count);
            }
        }
    }

    /** Returns one statement for each relation whose records are counted, or one for all else. */
    private static int statements(ResourceSchema schema, String name) {
        if (name.equals(ResourceSchema.COUNTS)) {
            return schema.relations().size();
        }
        return schema.facets().stream()
                .filter(facet -> facet.name().equals(name))
                .mapToInt(facet -> facet.relations().size())
                .findFirst()
                .orElse(1);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void singleRecordTakesOneStatement(String resource) {
        for (JsonNode record : Walk.all(register.get(resource)).subList(0, 3)) {
            assertEquals(1, count("/v1/" + resource + "/" + Walk.id(record)));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void changesTakeOneStatementOrTwoWithANarrowFilter(String resource) {
        assertEquals(1, count("/v1/changes?limit=1000"));
        assertEquals(1, count("/v1/changes?since=600&resource=" + resource));
        assertEquals(1, count("/v1/changes?limit=1000&resource=" + resource + "&name__contains=a"));
        int narrow = count("/v1/changes?limit=1&resource=" + resource + "&name=nothing%20has%20this%20name");
        assertTrue(narrow <= 2, resource + ": " + narrow);
        String first = Walk.id(Walk.all(register.get(resource)).get(0));
        assertEquals(1, count("/v1/" + resource + "/" + first + "/history"));
        assertEquals(1, count("/v1/" + resource + "/" + first + "/versions/1"));
        assertEquals(1, count("/v1/" + resource + "/" + first + "?as_of=619"));
    }

    /** Of the external ids, the first is none and the second is that of no record. */
    @ParameterizedTest
    @ValueSource(strings = {"N/A", "001234567890123"})
    void statementsOfReconciliationDoNotDependOnTheNumberOfQueries(String ice) {
        reconcile(1, ice);
        int ofOne = reconcile(1, ice);
        assertEquals(ofOne, reconcile(Limits.MAX_RECONCILED, ice));
        assertTrue(ofOne > 0);
    }

    private int reconcile(int queries, String ice) {
        String batch = IntStream.range(0, queries)
                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"Chari\",\"type\":\"startups\",\"properties\":["
                        + "{\"pid\":\"external_ids.ice\",\"v\":\"" + ice + "\"}]}")
                .collect(Collectors.joining(",", "{", "}"));
        database.takeCount();
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("queries", batch)
                .post("/reconcile")
                .then()
                .statusCode(200);
        return database.takeCount();
    }

    /** The network in memory has the rest. */
    @Test
    void journeysTakeOneStatementThatFindsTheRecord() {
        String startup = "/v1/startups/" + first("startups") + "/journey";
        String cohort = "/v1/stats/journeys?cohort=" + first("programs");
        count(startup);
        assertEquals(1, count(startup + "?lang=en"));
        assertEquals(1, count(cohort + "&lang=en"));
    }

    private static String first(String resource) {
        return Atlas.tree("/v1/" + resource + "?limit=1").at("/data/0/slug").textValue();
    }

    private int count(String path) {
        database.takeCount();
        Uncached.bytes(path);
        return database.takeCount();
    }

    @Test
    void keysFromAThrottledAddressAreNotLookedUp() {
        String key = TestKeys.issue("curator", null).key();
        String guessed = key.substring(0, key.length() - 43) + "A".repeat(43);
        hibernate.getStatistics().clear();
        while (TestKeys.with(guessed).get("/v1/startups").statusCode() != 429) {
            assertTrue(isAKeyLookedUp(), "the first wrong keys are looked up");
        }
        hibernate.getStatistics().clear();
        for (int i = 0; i < 20; i++) {
            // On a slow machine, an attempt is refilled meanwhile.
            if (TestKeys.with(guessed).get("/v1/startups").statusCode() == 429) {
                assertFalse(isAKeyLookedUp());
            }
            hibernate.getStatistics().clear();
        }
        assertEquals(200, TestKeys.with(key).get("/v1/startups").statusCode());
    }

    private boolean isAKeyLookedUp() {
        return Stream.of(hibernate.getStatistics().getQueries())
                .anyMatch(query -> query.matches(".*ApiKey\\W+WHERE.*"));
    }
}
