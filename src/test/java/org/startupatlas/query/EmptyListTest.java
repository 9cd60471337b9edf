package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ListOf;
import org.startupatlas.testing.ListOf.Empty;

/** Tests that an empty list has, for each filter, the counts of records without it and with an unknown field. */
@QuarkusTest
class EmptyListTest {
    @Test
    void emptyAndUnknownAreDistinguished() {
        long partners = Atlas.total("/v1/partners?limit=1");
        assertEquals(List.of(new Empty("sectors", partners, partners)), reasons("/v1/partners?sectors=agritech"));
        assertEquals(
                List.of(new Empty("founded_year", 68, Atlas.total("/v1/startups?limit=1&founded_year__exists=false"))),
                reasons("/v1/startups?founded_year=1950"));
        assertEquals(List.of(new Empty("name", 68, 0L)), reasons("/v1/startups?name=nothing%20is%20called%20so"));
    }

    /** Each count equals the total of the corresponding list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups?sectors=agritech&country=FR",
                "/v1/startups?sectors=agritech&country=FR&founded=2022&stage__exists=true&diaspora=true",
                "/v1/startups?markets.country=FR&markets.since=1999&status__ne=active",
                "/v1/startups?founded__gte=2020&founded__lt=2019",
                "/v1/funding_rounds?startup.sectors=agritech&date=1999",
                "/v1/countries/TN/startups?sectors=agritech&website__exists=true",
                "/v1/startups?q=casablanca&founded=1999&country=MA",
                "/v1/sites?city=nowhere&status=open&format=geojson",
                "/v1/startups?fields=name&lang=fr&founded=1999&total=true&facets=country"
            })
    void countsEqualTheTotalsOfTheirLists(String list) {
        String path = list.substring(0, list.indexOf('?') + 1);
        List<String> parameters = Arrays.asList(list.substring(path.length()).split("&"));
        List<Empty> expected = new ArrayList<>();
        for (String filter : parameters) {
            String name = filter.substring(0, filter.indexOf('='));
            if (!ListQueryParser.LIST_PARAMETERS.contains(name) || name.equals("q")) {
                List<String> others = new ArrayList<>(parameters);
                others.remove(filter);
                others.removeIf(other -> other.matches("(total|format|facets)=.*"));
                String without = path + String.join("&", others) + "&limit=1";
                boolean own = !name.equals("q");
                expected.add(new Empty(
                        name,
                        Atlas.total(without),
                        own ? Atlas.total(without + "&" + Operator.field(name) + "__exists=false") : null));
            }
        }
        expected.sort((one, other) ->
                Boolean.compare(one.parameter().equals("q"), other.parameter().equals("q")));
        assertEquals(expected, reasons(list), list);
    }

    @Test
    void relationFilterHasNoUnknown() {
        List<Empty> reasons = reasons("/v1/startups?participations.program=212-founders&sectors=agritech");
        assertEquals("participations.program", reasons.get(0).parameter());
        assertEquals(8, reasons.get(0).without());
        assertNull(reasons.get(0).unknown());
        assertEquals(
                Atlas.total("/v1/startups?limit=1&participations.program=212-founders&sectors__exists=false"),
                reasons.get(1).unknown());
    }

    @Test
    void searchTextWithoutHitsIsReported() {
        assertEquals(List.of(new Empty("q", 68, null)), reasons("/v1/startups?q=qqqqwwwwzzzz"));
        List<Empty> reasons = reasons("/v1/startups?q=qqqqwwwwzzzz&sectors=fintech");
        assertEquals(new Empty("sectors", 0, 0L), reasons.get(0));
        assertEquals(new Empty("q", Atlas.total("/v1/startups?limit=1&sectors=fintech"), null), reasons.get(1));
    }

    @Test
    void atMostFiveFiltersAreReported() {
        List<Empty> reasons = reasons("/v1/startups?founded=1999&country=MA&sectors=fintech&stage=seed&status=active"
                + "&name__contains=a&website__exists=true");
        assertEquals(
                List.of("founded", "country", "sectors", "stage", "status"),
                reasons.stream().map(Empty::parameter).toList());
    }

    @Test
    void onlyAnEmptyFirstPageHasReasons() {
        assertNull(Atlas.page(JsonNode.class, "/v1/startups?sectors=fintech")
                .meta()
                .empty());
        ListOf<JsonNode> page = Atlas.page(JsonNode.class, "/v1/startups?limit=1&sort=name&sectors=fintech");
        JsonNode second = Atlas.tree("/v1/startups?limit=200&sort=name&sectors=fintech&cursor="
                + page.page().nextCursor());
        assertFalse(second.get("meta").has("empty"));
        assertEquals(
                "", Atlas.get(200, "/v1/startups?founded=1999&format=ndjson").asString());
        assertTrue(Atlas.tree("/v1/sites?city=nowhere&format=geojson")
                .at("/meta/empty")
                .isArray());
    }

    private static List<Empty> reasons(String list) {
        JsonNode answer = Atlas.tree(list);
        assertEquals(0, answer.get(answer.has("features") ? "features" : "data").size(), list);
        List<Empty> reasons = new ArrayList<>();
        answer.at("/meta/empty")
                .forEach(each -> reasons.add(new Empty(
                        each.get("parameter").textValue(),
                        each.get("without").longValue(),
                        each.get("unknown").isNull()
                                ? null
                                : each.get("unknown").longValue())));
        return reasons;
    }
}
