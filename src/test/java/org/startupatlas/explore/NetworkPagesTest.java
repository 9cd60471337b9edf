package org.startupatlas.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests the pages of the network with the bundled data. */
@QuarkusTest
@TestProfile(RealBundle.class)
class NetworkPagesTest {

    private static final Pattern MATCH =
            Pattern.compile("<article class=\"match\">\\s*<h[34]><a href=\"/explore/[a-z]+/([a-z]+/[a-z0-9-]+)\"");

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    private static final String ALREADY_LINKED = "Already linked:";

    private static List<String> matches(String html) {
        List<String> matches = new ArrayList<>();
        Matcher match = MATCH.matcher(html);
        while (match.find()) {
            matches.add(match.group(1));
        }
        return matches;
    }

    private static String key(JsonNode match) {
        return match.get("resource").textValue() + "/" + match.get("slug").textValue();
    }

    /** Returns the best matches of a record that it is not linked to, and that are not among its related records. */
    private static List<String> best(String record, String with, int limit) {
        Set<String> related = new LinkedHashSet<>();
        Atlas.tree("/v1/" + record + "?expand=" + with)
                .at("/expanded/" + with + "/data")
                .forEach(each -> related.add(with + "/" + each.get("slug").textValue()));
        List<String> best = new ArrayList<>();
        for (JsonNode match :
                Atlas.tree("/v1/" + record + "/matches?limit=200&with=" + with).get("data")) {
            if (!match.get("known").booleanValue() && !related.contains(key(match)) && best.size() < limit) {
                best.add(key(match));
            }
        }
        assertEquals(limit, best.size());
        return best;
    }

    @Test
    void startupShowsTheBestProgramsAndPartnersThatItIsNotLinkedTo() {
        List<String> best = new ArrayList<>(best("startups/chari", "programs", 3));
        best.addAll(best("startups/chari", "partners", 3));
        String html = Pages.html("/explore/en/startups/chari");
        assertEquals(best, matches(html));
        assertTrue(html.contains("Whom to meet"), html);
        assertTrue(html.contains("href=\"/explore/en/startups/chari/matches?with=partners\""), html);
        assertFalse(html.contains(ALREADY_LINKED), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners/plug-and-play", "programs/212-founders"})
    void partnerAndProgramShowTheStartupsThatTheyShouldMeet(String record) {
        String html = Pages.html("/explore/en/" + record);
        assertEquals(best(record, "startups", 5), matches(html));
        assertTrue(html.contains("Startups to meet"), html);
    }

    @Test
    void embeddedRecordsDoNotShowWhomToMeet() {
        assertEquals(List.of(), matches(Pages.html("/explore/en/embed/startups/chari")));
    }

    @ParameterizedTest
    @CsvSource({
        "startups/chari,with=partners",
        "startups/chari,with=programs&pillars=access_to_funding",
        "startups/chari,with=countries&min_score=0.2",
        "startups/chari,with=startups&sectors=fintech&limit=10",
        "partners/plug-and-play,limit=7",
        "programs/212-founders,''"
    })
    void matchesAreThoseOfTheApi(String record, String query) {
        List<String> expected = new ArrayList<>();
        boolean isKnown = false;
        for (JsonNode match : Atlas.tree("/v1/" + record + "/matches?" + query).get("data")) {
            if (!match.at("/known_by/kind").asText().equals("self")) {
                String key = key(match);
                expected.add(key.startsWith("countries/") ? "countries" : key);
                isKnown |= match.get("known").booleanValue();
            }
        }
        String html = Pages.html("/explore/en/" + record + "/matches?" + query);
        Matcher country =
                Pattern.compile("<h3><a href=\"/explore/en/countries#").matcher(html);
        List<String> shown = matches(html);
        while (country.find()) {
            shown.add("countries");
        }
        assertEquals(expected, shown);
        assertFalse(shown.isEmpty());
        assertEquals(isKnown, html.contains(ALREADY_LINKED));
    }

    @Test
    void pagesOfMatchesFollowOneAnother() {
        Set<String> seen = new LinkedHashSet<>();
        String path = "/explore/en/startups/chari/matches?with=programs&limit=50";
        int pages = 0;
        while (path != null) {
            String html = Pages.html(path);
            seen.addAll(matches(html));
            Matcher next = NEXT.matcher(html);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
            pages++;
        }
        assertEquals(Atlas.total("/v1/programs"), seen.size());
        assertTrue(pages > 1);
    }

    @Test
    void whatIsNotKnownOfTheStartupIsSaidOnce() {
        String html = Pages.html("/explore/en/startups/chari/matches");
        assertTrue(html.contains("and so not compared: stage"), html);
    }

    @Test
    void noMatchIsSaid() {
        assertTrue(Pages.html("/explore/en/startups/chari/matches?min_score=1").contains("No record matches."));
    }

    @Test
    void routesAreSentencesWithTheirEvidence() {
        JsonNode routes = Atlas.tree("/v1/startups/chari/routes?to=JP&lang=en").get("data");
        assertFalse(routes.isEmpty());
        String html = Pages.html("/explore/en/startups/chari/routes?to=JP");
        for (JsonNode route : routes) {
            assertTrue(html.contains(route.get("sentence").textValue()), html);
        }
        assertTrue(html.contains("<option value=\"JP\" selected>"), html);
        assertTrue(html.contains("map-line-1"), html);
        assertTrue(html.contains("ripplesnigeria.com"), html);
    }

    @Test
    void wrongDestinationIsNotCalledAnEndDate() {
        String html =
                Pages.get(400, "/explore/en/startups/chari/routes?to=Nowhere").text();
        assertTrue(html.contains("<li>to: "), html);
    }

    @Test
    void destinationWithoutARouteNamesThePartnersThatLeadThere() {
        String path = "/v1/network/white_spots?limit=1";
        JsonNode nearest = Atlas.tree(path).at("/countries/data/0");
        String html = Pages.html("/explore/en/startups/chari/routes?to="
                + nearest.at("/country/id").textValue());
        assertTrue(html.contains("no way from"), html);
        assertTrue(html.contains("/partners/" + nearest.at("/nearest/0/slug").textValue()), html);
        String none = Pages.html("/explore/en/startups/chari/routes?to=AQ");
        assertTrue(none.contains("No partner in the register is known to lead there either."), none);
    }

    @ParameterizedTest
    @CsvSource({"startups/chari,true", "partners/plug-and-play,false", "programs/212-founders,true"})
    void drawingHasTheLinksOfTheApiUpToWhatCanBeRead(String record, boolean isComplete) {
        JsonNode graph = Atlas.tree("/v1/network/graph?depth=1&around=" + record);
        String html = Pages.html("/explore/en/" + record + "/graph");
        int rows = html.split("<tr>", -1).length - 2;
        int nodes = html.split("class=\"graph-node", -1).length - 1;
        assertTrue(nodes <= 31, () -> "nodes: " + nodes);
        assertEquals(isComplete, rows == graph.get("edges").size());
        assertEquals(isComplete, nodes == graph.get("nodes").size());
        assertEquals(isComplete, !html.contains("Not shown: "));
        assertTrue(html.contains("format=graphml"), html);
    }

    @Test
    void networkHasTheFiguresOfTheApi() {
        JsonNode reach = Atlas.tree("/v1/network/reach");
        long reached = 0;
        for (JsonNode country : reach.get("data")) {
            reached += country.get("hops").isNull() ? 0 : 1;
        }
        String html = Pages.html("/explore/en/network");
        assertTrue(html.contains("Morocco: " + reach.get("startups")), html);
        assertTrue(html.contains(reached + " of " + reach.get("data").size()), html);
        for (JsonNode agreement : Atlas.tree("/v1/network/next_best?budget=3").get("data")) {
            assertTrue(html.contains(agreement.at("/parties/0/name").textValue().replace("'", "&#39;")), html);
        }
        assertEquals(
                304,
                Pages.get(
                                "/explore/en/network",
                                "If-None-Match",
                                Pages.get(200, "/explore/en/network").header("ETag"))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({
        "400,startups/chari/matches?with=nothing",
        "400,startups/chari/matches?cursor=wrong",
        "400,startups/chari/matches?pillars=mentoring",
        "400,startups/chari/matches?format=csv",
        "400,startups/chari/matches?min_score=2",
        "400,startups/chari/routes?to=Nowhere",
        "400,startups/chari/routes?to=",
        "400,startups/chari/routes?to=JP&depth=1",
        "400,startups/chari/routes?to=JP&on=2026",
        "400,network?on=tomorrow",
        "400,startups/chari/graph?depth=2",
        "404,startups/no-such-startup/graph",
        "400,network?from=FR",
        "400,opportunities?on=tomorrow",
        "400,opportunities?headcount=many",
        "404,startups/no-such-startup/matches",
        "404,startups/no-such-startup/routes",
        "404,partners/plug-and-play/routes"
    })
    void wrongRequestsArePages(int status, String path) {
        for (String language : Pages.LANGUAGES) {
            Pages.Answer answer = Pages.get(status, "/explore/" + language + "/" + path);
            assertTrue(answer.text().contains("<html lang=\"" + language + "\""), answer::text);
        }
    }
}
