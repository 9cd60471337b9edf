package org.startupatlas.explore;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests the form that suggests a correction, without script. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CorrectionTest {
    private static final Pattern FOLLOW = Pattern.compile("(/v1/proposals/[0-9a-f]{32})");

    @Test
    void formBecomesAProposal() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Corrected on a page\",\"founded\":\"2020\"}");
        Response answer = send("en", "corrected-on-a-page", "founded", "2021", "https://example.org/about");
        assertEquals(201, answer.statusCode(), answer::asString);
        assertEquals("no-store", answer.header("Cache-Control"));
        JsonNode proposal = Atlas.tree(follow(answer));
        assertEquals("open", proposal.get("state").textValue());
        assertEquals("2021", proposal.at("/changes/founded").textValue());
    }

    @Test
    void valuesAreReadInTheLanguageOfThePage() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Sectors on a page\"}");
        Response answer =
                send("fr", "sectors-on-a-page", "sectors", "Fintech, Commerce électronique", "https://example.org/");
        assertEquals(201, answer.statusCode(), answer::asString);
        assertEquals(
                "[\"fintech\",\"e_commerce\"]",
                Atlas.tree(follow(answer)).at("/changes/sectors").toString());
        Response summary = send("ar", "sectors-on-a-page", "summary", "منصة للأداء", "https://example.org/");
        assertEquals(201, summary.statusCode(), summary::asString);
        assertEquals(
                "منصة للأداء",
                Atlas.tree(follow(summary)).at("/changes/summary/ar").textValue());
    }

    @Test
    void errorsKeepWhatWasWritten() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Mistyped on a page\"}");
        Response answer = send("en", "mistyped-on-a-page", "founded", "last year", "https://example.org/\"><b>");
        assertEquals(422, answer.statusCode());
        String html = answer.asString();
        assertTrue(html.contains("last year"), html);
        assertTrue(html.contains("href=\"#value\""), html);
        assertTrue(!html.contains("\"><b>"), "what was written is escaped");
        assertEquals(422, send("en", "mistyped-on-a-page", "no_field", "x", "").statusCode());
        assertEquals(
                404,
                send("en", "no-such-startup", "founded", "2020", "https://example.org/")
                        .statusCode());
    }

    private static Response send(String language, String slug, String field, String value, String source) {
        return given().header("Accept", "text/html,*/*;q=0.8")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("field", field)
                .formParam("value", value)
                .formParam("source_url", source)
                .formParam("note", "")
                .post("/explore/" + language + "/startups/" + slug + "/correct");
    }

    private static String follow(Response answer) {
        Matcher link = FOLLOW.matcher(answer.asString());
        assertTrue(link.find(), answer::asString);
        return link.group(1);
    }
}
