package org.startupatlas.explore;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;

/** Tests how pages follow writes. */
@QuarkusTest
@TestProfile(ForWriting.class)
class PagesAfterWritesTest {

    @Inject
    SettableDay today;

    @Test
    void historyShowsTheValuesThatChanged() {
        StartupRecord startup = Writes.createStartup("Page History", ",\"founded\":\"2019\"");
        long first = Atlas.tree("/v1/startups/" + startup.slug() + "/history")
                .at("/data/0/revision")
                .longValue();
        Writes.patch(
                200,
                "/v1/startups/" + startup.slug(),
                1,
                "{\"founded\":\"2021\",\"city\":\"Rabat\",\"sectors\":[\"fintech\"]}");
        String html = Pages.html("/explore/en/startups/" + startup.slug());
        assertTrue(html.contains("Founded: 2019 → 2021"), html);
        assertTrue(html.contains("Headquarters city: Not known → Rabat"), html);
        assertTrue(html.contains("Sectors: Not known → Fintech"), html);
        assertFalse(html.contains("What has changed since"), html);
        String past = Pages.html("/explore/en/startups/" + startup.slug() + "?as_of=" + first);
        assertTrue(past.contains("What has changed since"), past);
        assertEquals(2, past.split("Founded: 2019 → 2021", -1).length - 1, "since then and in the history");
        assertTrue(html.contains("min=\"" + LocalDate.now(ZoneOffset.UTC) + "\""), html);
    }

    @Test
    void rowWithoutANameIsFoundByItsExternalId() {
        Writes.createStartup("Page Registered", ",\"external_ids\":{\"ice\":\"001234567890555\"}");
        String html = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("type", "startups")
                .formParam("names", "Name\tICE\n\t001234567890555")
                .post("/explore/en/reconcile")
                .asString();
        assertTrue(html.contains("Names: 1. Certain: 1."), html);
        assertTrue(html.contains("href=\"/explore/en/startups/page-registered\""), html);
    }

    @Test
    void valueThatNoSourceGivesIsMarked() {
        String claim = ",\"founded\":\"2022\",\"provenance\":[{\"field\":\"founded\",\"value\":\"2021\","
                + "\"used\":%s,\"publisher\":\"A directory\",\"confidence\":\"reported\"}]";
        Writes.createStartup("Page Contradicted", claim.formatted("false"));
        Writes.createStartup("Page Confirmed", claim.formatted("true"));
        String mark = "The sources on this point give another value.";
        assertTrue(Pages.html("/explore/en/startups/page-contradicted").contains(mark));
        assertFalse(Pages.html("/explore/en/startups/page-confirmed").contains(mark));
    }

    @Test
    void pageChangesItsTagWithEachWrite() {
        StartupRecord startup = Writes.createStartup("Page Tag");
        String path = "/explore/en/startups/" + startup.slug();
        String tag = Pages.get(200, path).header("ETag");
        assertEquals(304, Pages.get(path, "If-None-Match", tag).status());
        Writes.patch(200, "/v1/startups/" + startup.slug(), 1, "{\"city\":\"Rabat\"}");
        Pages.Answer changed = Pages.get(path, "If-None-Match", tag);
        assertEquals(200, changed.status());
        assertTrue(changed.text().contains("Rabat"));
    }

    @Test
    void formerSlugLeadsToTheListsOfItsRecord() {
        Writes.post(201, "/v1/partners", "{\"name\":\"Page Moved\"}");
        Writes.patch(200, "/v1/partners/page-moved", 1, "{\"slug\":\"page-has-moved\"}");
        Pages.Answer moved = Pages.get(308, "/explore/fr/partners/page-moved/programs?status=active");
        assertEquals(
                "/explore/fr/partners/page-has-moved/programs?status=active",
                moved.header("Location").replaceAll("^https?://[^/]+", ""));
        assertFalse(moved.header("Cache-Control").contains("immutable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"matches?with=countries", "routes?to=FR"})
    void formerSlugLeadsToTheNetworkOfItsStartup(String page) {
        String slug = "page-network-" + page.substring(0, 6);
        Writes.createStartup("Page Network " + page.substring(0, 6));
        Writes.patch(200, "/v1/startups/" + slug, 1, "{\"slug\":\"" + slug + "-moved\"}");
        Pages.Answer moved = Pages.get(308, "/explore/fr/startups/" + slug + "/" + page);
        assertEquals(
                "/explore/fr/startups/" + slug + "-moved/" + page,
                moved.header("Location").replaceAll("^https?://[^/]+", ""));
    }

    @Test
    void pastVersionDoesNotShowWhomToMeetToday() {
        StartupRecord startup = Writes.createStartup("Page Meetings", ",\"country\":\"MA\"");
        String path = "/explore/en/startups/" + startup.slug();
        long first = Atlas.tree("/v1/startups/" + startup.slug() + "/history")
                .at("/data/0/revision")
                .longValue();
        Writes.patch(200, "/v1/startups/" + startup.slug(), 1, "{\"city\":\"Rabat\"}");
        assertTrue(Pages.html(path).contains("Whom to meet"));
        assertFalse(Pages.html(path + "?as_of=" + first).contains("Whom to meet"));
    }

    @Test
    void startupThatNothingIsKnownOfHasNoRoute() {
        Writes.createStartup("Page Alone");
        String html = Pages.html("/explore/en/startups/page-alone/routes?to=FR");
        assertTrue(html.contains("no way from"), html);
    }

    @Test
    void tagOfMatchesChangesWithTheDay() {
        Writes.createStartup("Page Day");
        String path = "/explore/en/startups/page-day/matches";
        try {
            today.set(LocalDate.of(2030, 1, 1));
            String tag = Pages.get(200, path).header("ETag");
            assertEquals(304, Pages.get(path, "If-None-Match", tag).status());
            today.set(LocalDate.of(2030, 1, 2));
            assertEquals(200, Pages.get(path, "If-None-Match", tag).status());
        } finally {
            today.set(null);
        }
    }
}
