package org.startupatlas.stats;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Tests the labels, formats, caching headers and problems of statistics. */
@QuarkusTest
class StatsHttpTest {
    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    @Test
    void codesHaveLabelsInTheRequestedLanguage() {
        String path = "/v1/stats/startups?group_by=sectors,diaspora&lang=fr";
        assertEquals("fr", Atlas.get(200, path).header("Content-Language"));
        StatsOf stats = StatsOf.at(path);
        assertEquals("fr", stats.meta().lang());
        JsonNode fintech = Atlas.tree("/v1/vocabularies/sectors/agritech?lang=fr");
        Map<String, Object> row = stats.row(List.of("sectors", "diaspora"), "agritech", null);
        assertEquals(Map.of("sectors", Map.of("agritech", fintech.get("labels").textValue())), row.get("labels"));
        assertEquals(
                Map.of(), StatsOf.at("/v1/stats/startups?lang=ar").data().get(0).get("labels"));
        assertFalse(
                StatsOf.at("/v1/stats/startups?group_by=sectors").data().get(0).containsKey("labels"));
    }

    @Test
    void csvHasTheSameColumns() {
        String path = StatsOf.FUNDING_ROUNDS + "?group_by=startup.sectors&metrics=count,amount__sum";
        Response csv = Atlas.get(200, path + "&format=csv&lang=en");
        assertTrue(csv.contentType().startsWith("text/csv"), csv.contentType());
        List<String> lines = csv.asString().lines().toList();
        assertEquals(
                "startup.sectors,class,amount.currency,count,amount__sum,labels.startup.sectors,labels.class",
                lines.get(0));
        List<String> expected = StatsOf.at(path).data().stream()
                .map(row -> row.values().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(",")))
                .toList();
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(lines.get(i + 1).startsWith(expected.get(i) + ","), lines.get(i + 1));
        }
        assertEquals(expected.size(), lines.size() - 1);
        assertEquals(
                csv.asString(),
                given().header("Accept", "text/csv").get(path + "&lang=en").asString());
        assertEquals(
                "not-acceptable",
                Atlas.problem(
                                406,
                                given().header("Accept", "application/x-ndjson").get(path))
                        .code());
    }

    @Test
    void unchangedStatisticsAreNotModified() {
        String path = "/v1/stats/startups?group_by=sectors";
        Response first = Atlas.get(200, path);
        assertTrue(
                first.header("ETag").startsWith("W/\"" + first.header("Atlas-Revision") + "-"), first.header("ETag"));
        assertEquals(given().get("/v1/startups").header("Cache-Control"), first.header("Cache-Control"));
        assertEquals(
                304,
                given().header("If-None-Match", first.header("ETag")).get(path).statusCode());
        assertFalse(first.header("ETag").equals(given().get(path + "&lang=fr").header("ETag")));
        Response head = given().head(path);
        assertEquals(200, head.statusCode());
        assertEquals(first.header("ETag"), head.header("ETag"));
        assertEquals(first.header("Content-Length"), head.header("Content-Length"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void allDimensionsAndMetricsOfMetaWork(String resource) {
        JsonNode offered = Atlas.tree("/v1/meta").at("/resources/" + resource + "/stats");
        long total = Atlas.total("/v1/" + resource + "?limit=1");
        List<String> metrics = new ArrayList<>();
        offered.get("metrics").forEach(metric -> metrics.add(metric.textValue()));
        assertTrue(offered.get("group_by").size() > 0);
        for (JsonNode dimension : offered.get("group_by")) {
            StatsOf stats = StatsOf.at("/v1/stats/" + resource + "?group_by=" + dimension.textValue() + "&metrics="
                    + String.join(",", metrics));
            assertEquals(total, stats.meta().total());
            assertTrue(
                    stats.data().stream()
                                    .mapToLong(row -> (int) row.get("count"))
                                    .sum()
                            >= total,
                    () -> resource + " by " + dimension);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group_by=sector | group_by | unknown-field | sectors",
                "group_by=name | group_by | not-groupable |",
                "group_by=founded | group_by | not-groupable | founded__year",
                "group_by=founded__decade | group_by | not-groupable | founded__year",
                "group_by=closed__decade | group_by | not-groupable | closed__year",
                "group_by=markets.country | group_by | not-groupable |",
                "group_by=participations.program | group_by | not-groupable |",
                "group_by=status,stage,country | group_by | too-many |",
                "group_by=stage,stage | group_by | repeated-value |",
                "group_by= | group_by | empty-value |",
                "lang=fr&lang=en | lang | repeated-parameter |",
                "group_by=stage&group_by=stage | group_by | repeated-value |",
                "metrics=counts | metrics | unknown-field | count",
                "metrics=headcount | metrics | no-metric | headcount__sum",
                "metrics=headcount__mode | metrics | no-metric |",
                "metrics=sectors__sum | metrics | no-metric |",
                "metrics=count,count | metrics | repeated-value |",
                "metrics= | metrics | empty-value |",
                "groupby=stage | groupby | unknown-parameter | group_by",
                "limit=10 | limit | unknown-parameter |",
                "facets=stage | facets | unknown-parameter |",
                "sectors=fintec | sectors | unknown-code | fintech",
                "lang=de | lang | unknown-value |",
                "format=ndjson | format | unknown-value | json",
            })
    void invalidParameterIsNamedWithSuggestion(String query, String parameter, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/stats/startups?" + query);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(meant, problem.didYouMean());
        assertFalse(problem.errors().get(0).detail().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void problemsAreInEachLanguage(String language) {
        ProblemAnswer problem = Atlas.problem(
                400,
                given().header("Accept-Language", language).get("/v1/stats/startups?group_by=name&metrics=name__sum"));
        assertEquals(2, problem.errors().size());
        problem.errors().forEach(error -> assertTrue(error.detail().contains("name"), error.detail()));
    }

    @Test
    void unknownResourceHasTheNearestAsSuggestion() {
        assertEquals(
                "/v1/stats/startups", Atlas.problem(404, "/v1/stats/startup").didYouMean());
        assertEquals("/v1/stats", Atlas.problem(404, "/v1/stat/startups").didYouMean());
        Response wrongMethod = given().delete("/v1/stats/startups");
        assertEquals("GET, HEAD, OPTIONS", wrongMethod.header("Allow"));
    }
}
