package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Writes;

/** Tests that {@code \,} is a comma and {@code \\} a backslash within a value, wherever commas separate values. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CommaInValueTest {
    private static final Pattern SYNC = Pattern.compile("<([^>]*)>; *rel=\"sync\"");
    private static final String SPRING = "Spring\\, 2021";
    private static final String BACKSLASH = "back\\\\slash";

    private static Set<String> spring;
    private static String backslash;

    @BeforeEach
    void writeEditions() {
        if (spring == null) {
            String editions = "[{\"code\":\"Spring, 2021\"},{\"code\":\"back\\\\slash\"}]";
            Writes.post(201, "/v1/programs", "{\"name\":\"Comma program\",\"editions\":" + editions + "}");
            spring = new TreeSet<>(Set.of(
                    participant("chari", "Spring, 2021"),
                    participant("weego", "Spring, 2021"),
                    participant("cloudfret", "Spring, 2021")));
            backslash = participant("dabadoc", "back\\\\slash");
        }
    }

    private static String participant(String startup, String edition) {
        return Walk.id(Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        "/v1/participations",
                        "{\"startup\":\"" + startup + "\",\"program\":\"comma-program\",\"edition\":\"" + edition
                                + "\"}")));
    }

    @Test
    void severalValuesMayHaveCommas() {
        assertEquals(spring, Walk.ids(asking("edition", SPRING)));
        assertEquals(Set.of(backslash), Walk.ids(asking("edition", BACKSLASH)));
        Set<String> all = new TreeSet<>(spring);
        all.add(backslash);
        assertEquals(all, Walk.ids(asking("edition", "2019," + SPRING + "," + BACKSLASH)));
        assertEquals(Set.of(), Walk.ids(asking("edition", "Spring, 2021")), "two values");
        assertEquals(
                Set.of("comma-program"),
                Atlas.walk(JsonNode.class, Atlas.with("/v1/programs", "editions.code__all", SPRING + "," + BACKSLASH))
                        .stream()
                        .map(program -> program.get("slug").textValue())
                        .collect(Collectors.toSet()));
    }

    @Test
    void complementCountStatisticAndExportAgree() {
        long all = Atlas.total("/v1/participations?limit=1");
        assertEquals(all - 3, Atlas.total(Atlas.with("/v1/participations?limit=1", "edition__ne", SPRING)));
        assertEquals(3, Atlas.total(asking("edition", SPRING)));
        assertEquals(
                3,
                Atlas.tree(Atlas.with("/v1/stats/participations", "edition", SPRING))
                        .at("/meta/total")
                        .longValue());
        assertEquals(
                3,
                Atlas.tree(Atlas.with("/v1/exports/participations?format=json", "edition", SPRING))
                        .get("data")
                        .size());
    }

    @Test
    void linksKeepTheEscapes() {
        String list = asking("edition", SPRING) + "&limit=1";
        assertEquals(
                spring,
                Atlas.walkLinks(JsonNode.class, list).stream()
                        .map(Walk::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(spring, Walk.ids(list), "by cursors");
        Response page = Atlas.get(200, list);
        Matcher sync = SYNC.matcher(page.header("Link"));
        assertTrue(sync.find(), page.header("Link"));
        assertTrue(sync.group(1).contains("edition=Spring%5C,+2021"), sync.group(1));
        String whole = sync.group(1).replaceFirst("since=\\d+", "since=0");
        Set<String> followed = new TreeSet<>();
        Atlas.tree(whole).get("data").forEach(change -> followed.add(Walk.id(change)));
        assertEquals(spring, followed);
    }

    @Test
    void liveFigureCountsAListWithEscapes() {
        JsonNode indicator = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        "/v1/indicators",
                        "{\"name\":\"Spring participants\",\"counted\":{\"resource\":\"participations\","
                                + "\"filters\":\"edition=Spring%5C,%202021\"}}"));
        JsonNode live = Atlas.tree("/v1/indicators/" + Walk.id(indicator) + "?expand=live")
                .at("/expanded/live");
        assertEquals(3, live.get("value").longValue());
        assertEquals(3, Atlas.total(live.get("link").textValue()));
    }

    /** In text filters both are ordinary characters. */
    @Test
    void textFiltersTakeCommasLiterally() {
        String name = "Rest\\auration, traiteur";
        Writes.post(201, "/v1/sites", "{\"name\":\"Rest\\\\auration, traiteur\"}");
        for (String filter : List.of("name", "name__starts", "name__contains")) {
            assertEquals(1, Atlas.total(Atlas.with("/v1/sites?limit=1", filter, name)), filter);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/participations?edition=",
                "/v1/participations?edition__ne=2021,",
                "/v1/participations?fields=",
                "/v1/participations?sort=",
                "/v1/participations?facets=",
                "/v1/participations?expand=",
                "/v1/stats/participations?group_by=",
                "/v1/stats/participations?metrics=",
                "/v1/exports/participations?fields=",
                "/v1/changes?resource=participations&edition=",
                "/v1/search?q=chari&resource=",
                "/v1/suggest?q=chari&resource="
            })
    void invalidEscapeIsRejected(String path) {
        for (String value : List.of("a%5Cb", "a%5C", "%5C%5C%5C")) {
            ProblemAnswer problem = Atlas.problem(400, path + value);
            assertEquals("invalid-escape", problem.errors().get(0).code(), path + value);
        }
    }

    private static String asking(String filter, String value) {
        return Atlas.with("/v1/participations", filter, value);
    }
}
