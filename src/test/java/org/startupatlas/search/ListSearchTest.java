package org.startupatlas.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;

/** Tests the search in lists, combined with their other parameters. */
@QuarkusTest
class ListSearchTest {

    @Test
    void hitsAreSortedByRelevanceByDefault() {
        assertEquals("cloudfret", slugs("/v1/startups?q=cloudfrett").get(0));
        List<String> ranked = slugs("/v1/startups?q=casablanca");
        List<String> sorted = slugs("/v1/startups?q=casablanca&sort=name");
        assertEquals(new HashSet<>(ranked), new HashSet<>(sorted));
        assertFalse(ranked.equals(sorted), "the orders differ");
        List<String> byName = slugs("/v1/startups?sort=name");
        assertEquals(byName.stream().filter(sorted::contains).toList(), sorted);
    }

    @Test
    void everyListAcceptsASearchText() {
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            String list = "/v1/" + schema.resource();
            JsonNode record =
                    Atlas.page(JsonNode.class, list + "?limit=1").data().get(0);
            String name = record.get("name").textValue();
            JsonNode first = Atlas.page(JsonNode.class, Atlas.with(list, "q", name))
                    .data()
                    .get(0);
            assertEquals(record, first, list);
        }
    }

    @Test
    void filtersApplyToHits() {
        List<String> found = slugs("/v1/startups?q=casablanca");
        List<String> filtered = slugs("/v1/startups?sectors=fintech,logistics");
        List<String> both = slugs("/v1/startups?q=casablanca&sectors=fintech,logistics");
        assertEquals(found.stream().filter(filtered::contains).toList(), both);
        assertTrue(!both.isEmpty() && both.size() < found.size());
    }

    @Test
    void totalAndFacetsCountHits() {
        for (String filter : List.of("", "&country=MA", "&sectors=fintech,greentech&founded_year__exists=true")) {
            String list = "/v1/startups?q=maroc" + filter;
            JsonNode page = Atlas.tree(list + "&limit=1&total=true&facets=status,sectors");
            Set<String> ranked = new HashSet<>(slugs(list));
            assertEquals(ranked.size(), page.at("/page/total").intValue(), list);
            assertEquals(ranked, new HashSet<>(slugs(list + "&sort=-name")), list);
            int statuses = page.at("/facets/status/missing").intValue();
            for (JsonNode status : page.at("/facets/status/values")) {
                statuses += status.get("count").intValue();
                String led = list + "&status=" + status.get("value").textValue();
                assertEquals(status.get("count").intValue(), slugs(led).size(), led);
            }
            assertEquals(ranked.size(), statuses, list);
        }
    }

    @Test
    void statisticsOfHitsEqualTheirFacets() {
        for (String dimension : List.of("status", "sectors", "stage")) {
            String list = "/v1/startups?q=maroc&limit=1&total=true";
            String stats = "/v1/stats/startups?q=maroc&group_by=" + dimension + "&metrics=count,headcount__median";
            JsonNode rows = Atlas.tree(stats);
            assertEquals(Atlas.tree(list).at("/page/total"), rows.at("/meta/total"), dimension);
            assertFalse(rows.get("data").isEmpty(), dimension);
            for (JsonNode row : rows.get("data")) {
                JsonNode value = row.get(dimension);
                String led = value.isNull() ? dimension + "__exists=false" : dimension + "=" + value.asText();
                assertEquals(
                        slugs("/v1/startups?q=maroc&" + led.replace(" ", "%20")).size(),
                        row.get("count").intValue(),
                        led);
            }
        }
    }

    @Test
    void otherParametersDoNotChangeTheHits() {
        for (String words : List.of("freight%20marketplace%20casablanca", "mobile%20payment%20zzqqxxjj%20maroc")) {
            for (String filter : List.of("&sectors=healthtech", "&sectors=fintech", "&sectors__all=fintech")) {
                String list = "/v1/startups?q=" + words + filter;
                List<String> plain = slugs(list);
                assertEquals(
                        plain,
                        Atlas.tree(list + "&facets=status&fields=slug&limit=200")
                                .get("data")
                                .findValuesAsText("slug"),
                        list);
                assertEquals(new HashSet<>(plain), new HashSet<>(slugs(list + "&sort=name")), list);
                assertEquals(
                        plain.size(),
                        Atlas.tree("/v1/stats/startups?q=" + words + filter)
                                .at("/meta/total")
                                .intValue(),
                        list);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups?q=maroc",
                "/v1/startups?q=maroc&country=MA&status=active",
                "/v1/startups?q=maroc&sort=-founded_year,name",
                "/v1/countries?q=africa",
                "/v1/programs/212-founders/startups?q=logistics",
            })
    void pagesOfEverySizeFormTheList(String list) {
        List<String> all = slugs(list);
        assertFalse(all.isEmpty());
        for (int limit : List.of(1, 2, 5)) {
            assertEquals(all, slugs(list + "&limit=" + limit));
        }
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    @Test
    void relationsFormatsFieldsAndExpansionWork() {
        List<String> related = slugs("/v1/programs/212-founders/startups?q=casablanca");
        List<String> members = slugs("/v1/programs/212-founders/startups");
        assertEquals(
                slugs("/v1/startups?q=casablanca").stream()
                        .filter(members::contains)
                        .toList(),
                related);
        String csv = Atlas.get(200, "/v1/startups?q=cloudfret&format=csv&fields=slug")
                .asString();
        assertTrue(csv.lines().skip(1).findFirst().orElseThrow().endsWith(",cloudfret"), csv);
        JsonNode expanded =
                Atlas.tree("/v1/startups?q=chari&fields=name&expand=counts").get("data");
        assertEquals("Chari", expanded.at("/0/name").textValue());
        assertTrue(expanded.at("/0/expanded/counts/funding_rounds").intValue() > 0);
        assertEquals(
                "FeatureCollection",
                Atlas.tree("/v1/sites?q=technopark&format=geojson").get("type").textValue());
    }

    @Test
    void searchedListHasNoFeedLink() {
        assertTrue(Atlas.get(200, "/v1/startups").header("Link").contains("rel=\"sync\""));
        assertFalse(Atlas.get(200, "/v1/startups?q=maroc").header("Link").contains("rel=\"sync\""));
    }

    @Test
    void cursorOfAnotherOrderIsRejected() {
        String ranked = Atlas.page(JsonNode.class, "/v1/startups?q=maroc&limit=1")
                .page()
                .nextCursor();
        for (String other : List.of("/v1/startups", "/v1/startups?q=maroc&sort=name", "/v1/startups?q=casablanca")) {
            assertEquals(
                    "cursor-of-another-query",
                    Atlas.problem(400, Atlas.with(other, "cursor", ranked))
                            .errors()
                            .get(0)
                            .code());
        }
    }

    @Test
    void noHitIsAnEmptyList() {
        JsonNode page = Atlas.tree("/v1/startups?q=zzqqxxjjkk&total=true&facets=stage");
        assertEquals(0, page.get("data").size());
        assertEquals(0, page.at("/page/total").intValue());
        assertEquals(0, page.at("/facets/stage/missing").intValue());
    }

    private static List<String> slugs(String path) {
        return Atlas.walk(JsonNode.class, path + (path.contains("?") ? "&" : "?") + "fields=slug").stream()
                .map(record -> record.get("slug").textValue())
                .toList();
    }
}
