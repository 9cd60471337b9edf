package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Tests that repeating a parameter equals commas if it takes several values, and is rejected otherwise. */
@QuarkusTest
class RepeatedParameterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/startups?sectors=fintech&sectors=healthtech | /v1/startups?sectors=fintech,healthtech",
                "/v1/startups?sectors=fintech,media&sectors=healthtech | /v1/startups?sectors=fintech,media,healthtech",
                "/v1/startups?sectors__ne=fintech&sectors__ne=media | /v1/startups?sectors__ne=fintech,media",
                "/v1/startups?founded_year=2020&founded_year=2021 | /v1/startups?founded_year=2020,2021",
                "/v1/startups?markets.country=FR&markets.country=SN | /v1/startups?markets.country=FR,SN",
                "/v1/startups?sort=-founded_year&sort=name | /v1/startups?sort=-founded_year,name",
                "/v1/startups?sort=name&sort=-founded_year | /v1/startups?sort=name,-founded_year",
                "/v1/startups?facets=sectors&facets=stage | /v1/startups?facets=sectors,stage",
                "/v1/startups?fields=name&fields=slug | /v1/startups?fields=name,slug",
                "/v1/startups/chari?expand=participations&expand=counts | /v1/startups/chari?expand=participations,counts",
                "/v1/stats/startups?group_by=status&group_by=stage | /v1/stats/startups?group_by=status,stage",
                "/v1/stats/startups?group_by=stage&group_by=status | /v1/stats/startups?group_by=stage,status",
                "/v1/search?q=casablanca&resource=startups&resource=partners"
                        + " | /v1/search?q=casablanca&resource=startups,partners",
                "/v1/changes?since=0&limit=5&op=created&op=updated | /v1/changes?since=0&limit=5&op=created,updated",
                "/v1/changes?since=0&limit=5&sectors=fintech&resource=startups&sectors=media"
                        + " | /v1/changes?since=0&limit=5&resource=startups&sectors=fintech,media",
                "/v1/exports/startups?sectors=fintech&sectors=media | /v1/exports/startups?sectors=fintech,media"
            })
    void repetitionEqualsComma(String repeated, String comma) {
        // Of search the cursor names the query as it was read; of statistics the order of rows is that of the words.
        assertEquals(Atlas.get(200, comma).asString(), Atlas.get(200, repeated).asString());
    }

    @Test
    void orderOfRepeatedValuesIsKept() {
        String first = "/v1/startups?sort=-founded_year&sort=name&limit=200";
        String other = "/v1/startups?sort=name&sort=-founded_year&limit=200";
        JsonNode byYear = Atlas.tree(first).get("data");
        assertNotEquals(byYear, Atlas.tree(other).get("data"));
        assertEquals(byYear, Atlas.tree(first).get("data"));
        assertEquals(
                byYear,
                Atlas.tree("/v1/startups?sor%74=-founded_year&sort=name&limit=200")
                        .get("data"));
        assertNotEquals(
                byYear,
                Atlas.tree("/v1/startups?sort=name&sor%74=-founded_year&limit=200")
                        .get("data"));
    }

    @Test
    void repeatedFilterIsInTheFeedLink() {
        String link = Atlas.get(200, "/v1/startups?sectors=fintech&sectors=media&limit=1")
                .header("Link");
        assertTrue(link.contains("&sectors=fintech&sectors=media>; rel=\"sync\""), link);
    }

    @Test
    void escapeDoesNotContinueInTheNextValue() {
        for (String query : new String[] {"fields=name\\&fields=slug", "fields=slug&fields=name\\"}) {
            ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + query.replace("\\", "%5C"));
            assertEquals("invalid-escape", problem.errors().get(0).code());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name=Chari&name=Weego, name, repeated-parameter",
        "founded_year__gte=2020&founded_year__gte=2021, founded_year__gte, repeated-parameter",
        "participations__exists=true&participations__exists=true, participations__exists, repeated-parameter",
        "limit=1&limit=2, limit, repeated-parameter",
        "lang=fr&lang=fr, lang, repeated-parameter",
        "q=a&q=b, q, repeated-parameter",
        "fields=name&fields=, fields, empty-value",
        "sectors=&sectors=fintech, sectors, empty-value",
        "sort=name&sort=name, sort, repeated-value",
        "no_such=1&no_such=2, no_such, repeated-parameter"
    })
    void otherParametersMustNotBeRepeated(String query, String parameter, String code) {
        ProblemAnswer.Error error =
                Atlas.problem(400, "/v1/startups?" + query).errors().get(0);
        assertEquals(parameter + " " + code, error.parameter() + " " + error.code());
    }
}
