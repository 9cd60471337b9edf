package org.startupatlas.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ListOf;
import org.startupatlas.testing.ProblemAnswer;

/** Tests the search over all resources with different spellings. */
@QuarkusTest
class SearchTest {

    @ParameterizedTest
    @CsvSource({
        "nuitee, startups/nuitee",
        "NUITÉE, startups/nuitee",
        "cloudfrett, startups/cloudfret",
        "clodufret, startups/cloudfret",
        "cloud fret, startups/cloudfret",
        "yolafresh, startups/yola-fresh",
        "Inyad, startups/invyad",
        "cloudf, startups/cloudfret",
        "MITC, partners/technopark-morocco",
        "Maroc, countries/MA",
        "المغرب, countries/MA",
        "مغرب, countries/MA",
        "المغـــرب, countries/MA",
        "الْمَغْرِب, countries/MA",
        "السعوديه, countries/SA",
        "الأردن, countries/JO",
        "الاردن, countries/JO",
        "Côte d’Ivoire, countries/CI",
        "cote d'ivoire, countries/CI",
    })
    void recordIsFoundByEverySpellingOfItsName(String words, String first) {
        assertEquals(first, Hit.first(words).key());
    }

    @Test
    void exactNamesRankBeforePrefixes() {
        List<Hit> hits = Hit.of("Technopark");
        List<Boolean> beginning = hits.stream()
                .map(hit -> hit.name().startsWith("Technopark")
                        || hit.matched().stream()
                                .anyMatch(place -> place.field().equals("other_names")
                                        && place.text().startsWith("<mark>Technopark")))
                .toList();
        assertTrue(beginning.contains(true) && beginning.contains(false), "both kinds are on the page");
        assertEquals(
                beginning.stream()
                        .sorted((one, other) -> Boolean.compare(other, one))
                        .toList(),
                beginning);
        assertEquals("partners/technopark-morocco", hits.get(0).key());
    }

    @Test
    void hitHasItsResourceAndHighlights() {
        Hit hit = Hit.first("freight matching");
        assertEquals("startups/cloudfret", hit.key());
        assertEquals("CloudFret", hit.name());
        assertEquals(
                List.of(new Hit.Place(
                        "summary.en",
                        "<mark>freight</mark> <mark>matching</mark> Europe-Africa, 6000+ trucks network")),
                hit.matched());
        JsonNode record = Atlas.tree("/v1/startups/cloudfret");
        assertEquals(record.get("summary"), hit.summary());
        assertEquals(record.get("id").textValue(), hit.id());
    }

    @Test
    void inflectedWordsMatchInThreeLanguages() {
        assertEquals("startups/evaptainers", Hit.first("evaporating coolers").key());
        assertTrue(keys("jeune dirigeant").contains("partners/cjd"));
        assertTrue(keys("الشركات الناشئة").stream().anyMatch(key -> key.startsWith("vocabularies/")));
    }

    @Test
    void codesAreFoundByTheirLabels() {
        assertEquals("vocabularies/sectors", Hit.first("التكنولوجيا المالية").key());
        Set<String> fintechs = Atlas.walk(JsonNode.class, "/v1/startups?sectors=fintech&fields=slug").stream()
                .map(record -> "startups/" + record.get("slug").textValue())
                .collect(Collectors.toSet());
        Set<String> found = Atlas.walk(Hit.class, "/v1/search?q=fintech&resource=startups").stream()
                .map(Hit::key)
                .collect(Collectors.toSet());
        assertTrue(found.containsAll(fintechs), () -> fintechs + " are not all in " + found);
    }

    @Test
    void highlightsAreMarkedAndEscaped() {
        for (Hit hit : Hit.of("research & development d'afrique <script>")) {
            for (Hit.Place place : hit.matched()) {
                String without = place.text().replace("<mark>", "").replace("</mark>", "");
                assertTrue(place.text().contains("<mark>"), place.text());
                assertFalse(without.matches("(?s).*[<>\"'].*"), place.text());
                assertFalse(without.matches("(?s).*&(?!(amp|lt|gt|quot|#39);).*"), place.text());
            }
        }
    }

    @Test
    void resourceFiltersHitsAndPagesAreContiguous() {
        List<Hit> all = Atlas.walk(Hit.class, "/v1/search?q=maroc&limit=200");
        assertEquals(all, Atlas.walk(Hit.class, "/v1/search?q=maroc&limit=7"));
        assertEquals(all, Atlas.walkLinks(Hit.class, "/v1/search?q=maroc&limit=11"));
        assertEquals(all.size(), all.stream().map(Hit::key).distinct().count());
        assertEquals(
                all.stream().map(Hit::score).toList(),
                all.stream()
                        .map(Hit::score)
                        .sorted((one, other) -> other.compareTo(one))
                        .toList());
        List<Hit> partners = Atlas.walk(Hit.class, "/v1/search?q=maroc&limit=200&resource=partners,sites");
        assertEquals(
                all.stream()
                        .filter(hit -> Set.of("partners", "sites").contains(hit.resource()))
                        .toList(),
                partners);
    }

    @Test
    void langSelectsOneSummary() {
        Response answer = Atlas.get(200, "/v1/search?q=cloudfret&lang=fr");
        assertEquals("en", answer.header("Content-Language"));
        assertTrue(answer.jsonPath().getString("data[0].summary").startsWith("freight"));
        assertEquals("fr", answer.jsonPath().getString("meta.lang"));
    }

    @Test
    void searchIsCachedLikeLists() {
        for (String path : List.of("/v1/search?q=chari", "/v1/suggest?q=chari")) {
            Response answer = Atlas.get(200, path);
            assertTrue(answer.header("Cache-Control").startsWith("public, max-age=0, s-maxage=60"));
            assertTrue(answer.header("ETag").startsWith("W/"));
            assertEquals(
                    304,
                    io.restassured.RestAssured.given()
                            .header("If-None-Match", answer.header("ETag"))
                            .get(path)
                            .statusCode());
            ListOf<JsonNode> page = Atlas.page(JsonNode.class, path);
            assertEquals(
                    answer.header("Atlas-Revision"), String.valueOf(page.meta().revision()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/search, q, required",
        "/v1/search?q=, q, empty-value",
        "/v1/search?q=%20, q, empty-value",
        "/v1/search?q=()*, q, no-words",
        "/v1/search?q=a&q=b, q, repeated-parameter",
        "/v1/search?q=a&resource=startup, resource, unknown-value",
        "/v1/search?q=a&resource=, resource, empty-value",
        "'/v1/search?q=a&resource=sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites,sites', resource, too-many",
        "/v1/search?q=a&limit=201, limit, out-of-range",
        "/v1/search?q=a&cursor=x, cursor, invalid-cursor",
        "/v1/search?q=a&sort=name, sort, unknown-parameter",
        "/v1/suggest?q=a&limit=21, limit, out-of-range",
        "/v1/suggest?q=a&cursor=x, cursor, unknown-parameter",
        "/v1/startups?q=, q, empty-value",
        "/v1/startups?q=!, q, no-words",
        "/v1/changes?resource=startups&q=a, q, unknown-parameter",
    })
    void invalidSearchIsRejected(String path, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, path);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
    }

    @Test
    void cursorOfOtherWordsIsRejected() {
        String cursor =
                Atlas.page(Hit.class, "/v1/search?q=maroc&limit=3").page().nextCursor();
        for (String other : List.of("/v1/search?q=casablanca", "/v1/search?q=maroc&resource=startups")) {
            ProblemAnswer problem = Atlas.problem(400, Atlas.with(other, "cursor", cursor));
            assertEquals("cursor-of-another-query", problem.errors().get(0).code());
        }
    }

    private static List<String> keys(String words) {
        return Hit.of(words).stream().map(Hit::key).toList();
    }
}
