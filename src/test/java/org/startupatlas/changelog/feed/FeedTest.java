package org.startupatlas.changelog.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ProblemAnswer;

/** Tests the feed of the bundled data, whose log has 619 created records. */
@QuarkusTest
class FeedTest {
    private static final int BUNDLED = 619;
    private static final Pattern SYNC = Pattern.compile("<([^>]*)>; *rel=\"sync\"");

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 618, 619, 1000})
    void everyLimitWalksTheWholeLogInOrder(int limit) {
        List<ChangesOf.Change> all = ChangesOf.walk("/v1/changes?limit=" + limit, 0);
        assertEquals(
                LongStream.rangeClosed(1, BUNDLED).boxed().toList(),
                all.stream().map(ChangesOf.Change::revision).toList());
    }

    @Test
    void logContainsEveryRecord() {
        Map<String, JsonNode> copy = new TreeMap<>();
        for (ChangesOf.Change change : ChangesOf.walk("/v1/changes?limit=1000", 0)) {
            assertEquals("created", change.op());
            assertEquals(1, change.version());
            assertEquals(List.of(), change.changed());
            assertEquals("bundle", change.by());
            assertNull(change.into());
            assertEquals(change.id(), change.record().get("id").textValue());
            copy.put(change.resource() + "/" + change.id(), change.record());
        }
        Map<String, JsonNode> records = new TreeMap<>();
        for (String resource : resources()) {
            Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200")
                    .forEach(record ->
                            records.put(resource + "/" + record.get("id").textValue(), record));
        }
        assertEquals(records, copy);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void feedIsFilteredByResource(String resource) {
        List<ChangesOf.Change> all = ChangesOf.walk("/v1/changes?limit=10&resource=" + resource, 0);
        assertTrue(all.stream().allMatch(change -> change.resource().equals(resource)));
        assertEquals(ids("/v1/" + resource + "?limit=200"), ids(all));
    }

    @ParameterizedTest
    @CsvSource({
        "startups, sectors=fintech",
        "startups, sectors__all=fintech,healthtech",
        "startups, founded_year__gte=2020&country=MA",
        "startups, markets.country=FR",
        "startups, website__exists=false",
        "startups, name__contains=a",
        "startups, country__ne=MA",
        "countries, region=002",
        "vocabularies, terms.code=fintech",
        "funding_rounds, amount.value__gte=1000000",
        "agreements, parties.name__contains=technopark"
    })
    void filteredFeedEqualsFilteredList(String resource, String filter) {
        for (int limit : new int[] {2, 1000}) {
            List<ChangesOf.Change> all =
                    ChangesOf.walk("/v1/changes?resource=" + resource + "&" + filter + "&limit=" + limit, 0);
            assertEquals(ids("/v1/" + resource + "?limit=200&" + filter), ids(all));
        }
    }

    @Test
    void emptyPageHasThePositionToContinueFrom() {
        for (String filter : List.of("", "&resource=startups", "&resource=startups&sectors=fintech")) {
            ChangesOf page = ChangesOf.page("/v1/changes?since=" + BUNDLED + filter);
            assertEquals(List.of(), page.data());
            assertFalse(page.page().hasMore());
            assertEquals(BUNDLED, page.page().nextSince());
            assertEquals(BUNDLED, page.meta().revision());
        }
    }

    @Test
    void positionSkipsFilteredChanges() {
        ChangesOf page = ChangesOf.page("/v1/changes?resource=vocabularies&limit=1000");
        assertEquals(BUNDLED, page.page().nextSince());
    }

    @Test
    void timeSelectsLaterChanges() {
        Instant at = ChangesOf.page("/v1/changes?limit=1").data().get(0).at();
        assertEquals(BUNDLED, all(at.minusMillis(1)).size());
        List<ChangesOf.Change> later = all(at);
        assertTrue(later.stream().allMatch(change -> change.at().isAfter(at)));
        assertEquals(
                ChangesOf.walk("/v1/changes?limit=1000", 0).stream()
                        .filter(change -> change.at().isAfter(at))
                        .toList(),
                later);
        ChangesOf none = ChangesOf.page("/v1/changes?since=2999-01-01T00:00:00Z");
        assertEquals(List.of(), none.data());
        assertEquals(BUNDLED, none.page().nextSince());
    }

    @Test
    void ndjsonHasTheSameChangesAndANextLink() {
        Response lines = given().accept("application/x-ndjson").get("/v1/changes?limit=5&since=3");
        List<ChangesOf.Change> read =
                lines.asString().lines().map(FeedTest::change).toList();
        assertEquals(ChangesOf.page("/v1/changes?limit=5&since=3").data(), read);
        assertEquals("true", lines.header("Atlas-Has-More"));
        assertTrue(lines.header("Link").contains("</v1/changes?since=8&limit=5>; rel=\"next\""), lines.header("Link"));
        assertTrue(given().get("/v1/changes?since=619&format=ndjson")
                .header("Link")
                .contains("</v1/changes?since=619&format=ndjson>; rel=\"sync\""));
    }

    @Test
    void feedIsNotStored() {
        Response answer = Atlas.get(200, "/v1/changes?limit=1");
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(String.valueOf(BUNDLED), answer.header("Atlas-Revision"));
        assertNull(answer.header("ETag"));
        assertEquals(200, given().head("/v1/changes").statusCode());
    }

    @Test
    void otherFormatsAreRejected() {
        assertEquals(406, given().accept("text/csv").get("/v1/changes").statusCode());
        assertEquals(405, given().post("/v1/changes").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=-1 | since | invalid-value |",
                "since=yesterday | since | invalid-value |",
                "since= | since | empty-value |",
                "since=620 | since | beyond-revision |",
                "since=1&since=2 | since | repeated-parameter |",
                "limit=0 | limit | out-of-range |",
                "limit=1001 | limit | out-of-range |",
                "format=csv | format | unknown-value |",
                "resource=startup | resource | unknown-value | startups",
                "resource= | resource | empty-value |",
                "sinse=1 | sinse | unknown-parameter | since",
                "sectors=fintech | sectors | filter-without-resource |",
                "founded_year__gte=2020 | founded_year__gte | filter-without-resource |",
                "resource=startups&sector=x | sector | unknown-parameter | sectors",
                "resource=startups&sectors=fintec | sectors | unknown-code | fintech",
                "resource=startups&sectors__gt=fintech | sectors__gt | unfit-operator |",
                "resource=startups&fonded_year__gt=2020 | fonded_year__gt | unknown-parameter | founded_year__gt",
                "resource=startups&q=a | q | unknown-parameter |",
                "resource=startups&sort=name | sort | unknown-parameter |",
                "resource=startups&cursor=a | cursor | unknown-parameter |",
                "resource=startups&fields=name | fields | unknown-field |",
                "resource=startups&programs.type=fund | programs.type | not-own-field |",
                "resource=startups&participations.state=x | participations.state | not-own-field |",
                "resource=startups&programs__exists=true | programs__exists | not-own-field |",
                "resource=participations&startup.country=MA | startup.country | not-own-field |",
            })
    void whatIsWrongWithAParameterIsNamed(String query, String parameter, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/changes?" + query);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        if (meant != null) {
            assertEquals(meant, problem.didYouMean());
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ProblemAnswer problem = Atlas.problem(400, "/v1/changes?resource=startups&since=x&limit=0&format=a&sector=b");
        assertEquals(4, problem.errors().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups?limit=7",
                "/v1/startups?limit=7&sectors=fintech,healthtech&founded_year__gte=2015",
                "/v1/startups?limit=2&name__contains=%C3%A9&fields=name&lang=fr",
                "/v1/countries/MA/sites?limit=3",
                "/v1/startups/weego/participations",
                "/v1/countries?format=json&limit=200"
            })
    void listAndItsLinkedFeedHaveTheSameRecords(String path) {
        Response answer = Atlas.get(200, path);
        String sync = sync(answer);
        String list = path.replaceAll("&?(fields|lang)=[a-z]+", "");
        Map<String, JsonNode> walked = Atlas.walk(JsonNode.class, list).stream()
                .collect(Collectors.toMap(record -> record.get("id").textValue(), record -> record));
        assertTrue(sync.startsWith("/v1/changes?since=" + BUNDLED + "&resource="), sync);
        assertEquals(List.of(), ChangesOf.page(sync).data());
        Map<String, JsonNode> followed = ChangesOf.walk(sync.replace("since=619&", "") + "&limit=20", 0).stream()
                .collect(Collectors.toMap(ChangesOf.Change::id, ChangesOf.Change::record));
        assertEquals(walked, followed);
    }

    @Test
    void everyPageOfAListLinksTheSameFeed() {
        String first = sync(Atlas.get(200, "/v1/startups?limit=50&sectors__ne=fintech"));
        String cursor = given().get("/v1/startups?limit=50&sectors__ne=fintech")
                .jsonPath()
                .getString("page.next_cursor");
        assertEquals(first, sync(Atlas.get(200, "/v1/startups?limit=50&sectors__ne=fintech&cursor=" + cursor)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups?sort=name",
                "/v1/startups?programs.type=incubation",
                "/v1/startups?programs__exists=true",
                "/v1/participations?startup.country=MA",
                "/v1/startups/weego/programs",
                "/v1/startups/weego/partners",
                "/v1/countries/MA/startups",
                "/v1/countries/MA/sites?country=FR"
            })
    void listsThatTheFeedCannotFilterHaveNoFeedLink(String path) {
        assertFalse(Atlas.get(200, path).header("Link").contains("sync"));
    }

    private static List<ChangesOf.Change> all(Instant since) {
        ChangesOf first = ChangesOf.page("/v1/changes?limit=1000&since=" + since);
        return Stream.concat(
                        first.data().stream(),
                        ChangesOf.walk("/v1/changes?limit=1000", first.page().nextSince()).stream())
                .toList();
    }

    private static List<String> ids(String path) {
        return Atlas.walk(JsonNode.class, path).stream()
                .map(record -> record.get("id").textValue())
                .sorted()
                .toList();
    }

    private static List<String> ids(List<ChangesOf.Change> changes) {
        return changes.stream().map(ChangesOf.Change::id).sorted().toList();
    }

    private static ChangesOf.Change change(String line) {
        try {
            return Atlas.json().readValue(line, ChangesOf.Change.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sync(Response answer) {
        Matcher link = SYNC.matcher(answer.header("Link"));
        assertTrue(link.find(), answer.header("Link"));
        return link.group(1);
    }
}
