package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ProblemAnswer;

/** Tests history, versions and past records; bundled records have one version each. */
@QuarkusTest
class HistoryTest {
    @Test
    void everyRecordHasHistoryVersionsAndPast() {
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            String list = "/v1/" + schema.resource();
            Atlas.walk(JsonNode.class, list + "?limit=200").parallelStream().forEach(record -> {
                String path = list + "/" + record.get("id").textValue();
                ChangesOf history = ChangesOf.page(path + "/history");
                assertEquals(1, history.data().size(), path);
                ChangesOf.Change created = history.data().get(0);
                assertEquals("created", created.op());
                assertEquals(record, created.record());
                assertEquals(record, Atlas.tree(path + "/versions/1"));
                assertEquals(record, Atlas.tree(path + "?as_of=" + created.revision()));
                assertEquals(record, Atlas.tree(path + "?as_of=" + created.at()));
            });
        }
    }

    @Test
    void historyIsFoundBySlug() {
        JsonNode weego = Atlas.tree("/v1/startups/weego");
        assertEquals(weego, Atlas.tree("/v1/startups/weego/versions/1"));
        assertEquals(weego, Atlas.tree("/v1/startups/weego?as_of=619"));
        assertEquals(
                weego,
                ChangesOf.page("/v1/startups/weego/history").data().get(0).record());
        String id = weego.get("id").textValue();
        assertEquals(weego, Atlas.tree("/v1/startups/" + id.toUpperCase() + "?as_of=619"));
    }

    @Test
    void historyIsPagedLikeTheFeed() {
        ChangesOf.Change created =
                ChangesOf.page("/v1/startups/weego/history").data().get(0);
        ChangesOf before = ChangesOf.page("/v1/startups/weego/history?limit=1&since=" + (created.revision() - 1));
        assertEquals(1, before.data().size());
        assertFalse(before.page().hasMore());
        ChangesOf behind = ChangesOf.page("/v1/startups/weego/history?since=" + created.revision());
        assertEquals(List.of(), behind.data());
        assertEquals(619, behind.page().nextSince());
    }

    @Test
    void pastRecordsHaveTheFormatsOfSingleRecords() {
        for (String path : List.of("/v1/startups/weego/versions/1", "/v1/startups/weego")) {
            String asOf = path.endsWith("1") ? "" : "&as_of=619";
            for (String shape : List.of("fields=name,sectors", "lang=fr", "format=csv", "format=ndjson")) {
                Response now = Atlas.get(200, "/v1/startups/weego?" + shape);
                Response then = Atlas.get(200, path + "?" + shape + asOf);
                assertEquals(now.asString(), then.asString());
                assertEquals(now.header("Content-Language"), then.header("Content-Language"));
            }
        }
    }

    @Test
    void pastRecordsAreNotStoredButHaveATag() {
        for (String path : List.of("/v1/startups/weego/history", "/v1/countries/MA/versions/1")) {
            assertEquals("no-store", Atlas.get(200, path).header("Cache-Control"), path);
            assertEquals(200, given().head(path).statusCode());
        }
        String tag = Atlas.get(200, "/v1/startups/weego?as_of=619").header("ETag");
        assertTrue(tag.startsWith("\"1-"), tag);
        assertEquals(
                304,
                given().header("If-None-Match", tag)
                        .get("/v1/startups/weego?as_of=619")
                        .statusCode());
    }

    @Test
    void unknownVersionIsReportedWithTheKnownOnes() {
        for (String version : List.of("2", "0", "-1", "x", "99999999999")) {
            ProblemAnswer problem = Atlas.problem(404, "/v1/startups/weego/versions/" + version);
            assertEquals("unknown-version", problem.code());
            assertEquals("There is no version " + version + "; there are 1 to 1.", problem.detail());
        }
    }

    @Test
    void recordDoesNotExistBeforeItsFirstVersion() {
        long revision =
                ChangesOf.page("/v1/startups/weego/history").data().get(0).revision();
        ProblemAnswer problem = Atlas.problem(404, "/v1/startups/weego?as_of=" + (revision - 1));
        assertEquals("not-yet-created", problem.code());
        assertTrue(problem.detail().contains(String.valueOf(revision)), problem.detail());
        Instant at = ChangesOf.page("/v1/changes?limit=1").data().get(0).at();
        assertEquals(
                "not-yet-created",
                Atlas.problem(404, "/v1/startups/weego?as_of=" + at.minusMillis(1))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups/019dadd7-e400-7000-8000-000000000001",
                "/v1/startups/nuite",
                "/v1/countries/XX",
                "/v1/vocabularies/sector"
            })
    void unknownRecordOrVersionIsNotFound(String path) {
        for (String past : List.of("/history", "/versions/1", "?as_of=619")) {
            assertEquals("unknown-record", Atlas.problem(404, path + past).code());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?as_of=620 | as_of | beyond-revision",
                "?as_of=2999-01-01T00:00:00Z | as_of | beyond-revision",
                "?as_of=then | as_of | invalid-value",
                "?as_of= | as_of | empty-value",
                "?as_of=619&expand=programs | expand | not-together",
                "/versions/1?expand=programs | expand | unknown-parameter",
                "/versions/1?as_of=1 | as_of | unknown-parameter",
                "/versions/1?field=name | field | unknown-parameter",
                "/history?limit=1001 | limit | out-of-range",
                "/history?since=620 | since | beyond-revision",
                "/history?sectors=fintech | sectors | unknown-parameter",
                "/history?format=csv | format | unknown-value",
            })
    void whatIsWrongWithAParameterIsNamed(String query, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups/weego" + query);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
    }
}
