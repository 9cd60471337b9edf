package org.startupatlas.resource.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Writes;

/** Tests figures that are counted at the time of the request, with a link to the counted list. */
@QuarkusTest
@TestProfile(ForWriting.class)
class LiveFigureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"technopark_cities", "accelerator_startups", "startups_in_registry", "partners_in_registry"})
    void figureEqualsTheTotalOfItsList(String slug) {
        assertFollowed(live(slug));
    }

    @Test
    void figureFollowsWrites() {
        JsonNode before = live("startups_in_registry");
        long revision =
                Writes.revision(Writes.post(201, "/v1/startups", "{\"name\":\"One more\",\"sectors\":[\"fintech\"]}"));
        JsonNode after = live("startups_in_registry");
        assertEquals(before.get("value").longValue() + 1, after.get("value").longValue());
        assertTrue(after.get("revision").longValue() >= revision);
        assertFollowed(after);
    }

    @Test
    void listsExpandLiveFigures() {
        int counted = 0;
        for (JsonNode indicator :
                Atlas.tree("/v1/indicators?expand=live&limit=200").get("data")) {
            JsonNode live = indicator.at("/expanded/live");
            assertEquals(indicator.get("counted").isNull(), live.isNull(), indicator.toString());
            counted += live.isNull() ? 0 : 1;
        }
        assertTrue(counted >= 4);
        assertFalse(Atlas.tree("/v1/indicators/technopark_cities").has("expanded"));
    }

    @Test
    void csvAndNdjsonHaveLiveFigures() {
        String path = "/v1/indicators?name=cities%20with%20a%20technopark&fields=slug&expand=live&format=";
        String link = "/v1/sites?operator.partner=technopark-morocco&status=open";
        String lines = Atlas.get(200, path + "ndjson").asString();
        assertTrue(lines.contains("\"expanded\":{\"live\":{\"value\":5,\"link\":\"" + link + "\""), lines);
        String table = Atlas.get(200, path + "csv").asString();
        assertTrue(table.startsWith("id,slug,expanded.live\r\n"), table);
        assertTrue(table.contains("\"\"value\"\":5,\"\"link\"\":\"\"" + link), table);
    }

    @Test
    void metaListsTheExpansion() {
        assertTrue(Atlas.tree("/v1/meta")
                .at("/resources/indicators/expand")
                .toString()
                .contains("\"live\""));
    }

    @Test
    void filtersFollowRenamedRecordsButNotDeletedOnes() {
        PartnerRecord partner = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Shortlived\"}");
        Writes.post(
                201,
                "/v1/sites",
                "{\"name\":\"Its site\",\"operator\":{\"partner\":\"shortlived\",\"name\":\"Shortlived\"}}");
        String indicator = "/v1/indicators/its-sites";
        Writes.post(
                201,
                "/v1/indicators",
                "{\"name\":\"Its sites\",\"counted\":{\"resource\":\"sites\",\"filters\":\"operator.partner=shortlived\"}}");
        assertEquals(1, live("its-sites").get("value").intValue());
        Writes.patch(200, "/v1/partners/" + partner.id(), 1, "{\"slug\":\"longlived\"}");
        assertEquals(1, live("its-sites").get("value").intValue());
        assertFollowed(live("its-sites"));
        Writes.delete(204, "/v1/sites/its-site", 1);
        assertEquals(0, live("its-sites").get("value").intValue());
        Writes.delete(204, "/v1/partners/longlived", 2);
        assertTrue(live("its-sites").isNull());
        Writes.patch(200, indicator, 1, "{\"counted\":null}");
        assertTrue(live("its-sites").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "startup | - | /counted/resource | - | unknown-value | startups",
                "startups | sector=fintech | /counted/filters | sector | unknown-parameter | sectors",
                "startups | sectors=fintec | /counted/filters | sectors | unknown-code | fintech",
                "startups | city=Rabat&city=Fes | /counted/filters | city | repeated-parameter | -",
                "startups | participations.program=morocco-acelerator | /counted/filters | participations.program"
                        + " | unknown-reference | morocco-accelerator",
                "startups | founded_year__contains=2 | /counted/filters | founded_year__contains | unfit-operator | -",
                "startups | limit=5 | /counted/filters | limit | unknown-parameter | -",
                "startups | name=a b | /counted/filters | name=a b | invalid-encoding | -",
                "startups | name=%4 | /counted/filters | name=%4 | invalid-encoding | -"
            })
    void invalidFilterIsRejectedLikeInLists(
            String resource, String filters, String pointer, String parameter, String code, String meant) {
        String written = filters == null ? "null" : "\"" + filters + "\"";
        ProblemAnswer problem = Atlas.problem(
                422,
                Writes.post(
                        422,
                        "/v1/indicators",
                        "{\"name\":\"Wrong\",\"counted\":{\"resource\":\"" + resource + "\",\"filters\":" + written
                                + "}}"));
        ProblemAnswer.Error error = problem.errors().get(0);
        assertEquals(pointer, error.pointer());
        assertEquals(parameter, error.parameter());
        assertEquals(code, error.code());
        if (meant != null) {
            assertEquals(meant, error.didYouMean());
        }
    }

    private static JsonNode live(String slug) {
        return Atlas.tree("/v1/indicators/" + slug + "?expand=live").at("/expanded/live");
    }

    private static void assertFollowed(JsonNode live) {
        JsonNode list = Atlas.tree(Atlas.with(live.get("link").textValue(), "total", "true"));
        assertEquals(list.at("/page/total"), live.get("value"));
        assertEquals(list.at("/meta/revision"), live.get("revision"));
    }
}
