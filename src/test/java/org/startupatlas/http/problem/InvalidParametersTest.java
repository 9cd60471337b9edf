package org.startupatlas.http.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Tests that invalid parameters and cursors are rejected, each with its name and a code. */
@QuarkusTest
class InvalidParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0 | limit | out-of-range",
                "limit=201 | limit | out-of-range",
                "limit=ten | limit | out-of-range",
                "founded_year=abc | founded_year | invalid-value",
                "founded_year=99999999999 | founded_year | invalid-value",
                "founded__gte=2020-13 | founded__gte | invalid-value",
                "founded=0000 | founded | invalid-value",
                "created_at__gte=yesterday | created_at__gte | invalid-value",
                "diaspora=yes | diaspora | invalid-value",
                "website__exists=1 | website__exists | invalid-value",
                "total=yes | total | invalid-value",
                "id=weego | id | invalid-value",
                "sectors= | sectors | empty-value",
                "sectors=fintech,,retail | sectors | empty-value",
                "name=%20 | name | invalid-value",
                "sort=sectors | sort | not-sortable",
                "sort=name,-name | sort | repeated-value",
                "sort=name,founded,founded_year,created_at | sort | too-many",
                "expand=programs.startups.programs | expand | too-deep",
                "limit=1&limit=2 | limit | repeated-parameter",
                "cursor=abc | cursor | invalid-cursor",
                "cursor=%00 | cursor | invalid-encoding",
                "name=%FF | name | invalid-encoding",
                "name=%C3 | name | invalid-encoding",
                "slug=a%00b | slug | invalid-encoding",
                "created_at__gte=%2B300000-01-01T00:00:00Z | created_at__gte | invalid-value",
                "query=data | query | unknown-parameter",
                "groups=sectors | groups | unknown-parameter",
                "as_of=1 | as_of | unknown-parameter",
            })
    void invalidParameterIsNamed(String query, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + query);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertFalse(problem.errors().get(0).detail().isBlank());
    }

    @Test
    void allInvalidParametersAreReportedAtOnce() {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?sector=x&limit=0&sort=nam&sectors=fintec");
        Set<String> parameters = new TreeSet<>();
        problem.errors().forEach(error -> parameters.add(error.parameter()));
        assertEquals(Set.of("sector", "limit", "sort", "sectors"), parameters);
        assertNull(problem.didYouMean(), "one suggestion does not correct four parameters");
    }

    @Test
    void cursorOfAnotherFilterOrSortIsRejected() {
        String cursor = given().get("/v1/startups?limit=1&sort=name").jsonPath().getString("page.next_cursor");
        for (String other : List.of("sort=-name&", "sort=name&country=MA&", "")) {
            ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + other + "cursor=" + cursor);
            assertEquals("cursor-of-another-query", problem.errors().get(0).code());
        }
        Atlas.problem(400, "/v1/programs?sort=name&cursor=" + cursor);
        Atlas.get(200, "/v1/startups?sort=name&limit=3&fields=name&lang=fr&total=true&cursor=" + cursor);
    }

    /** Each value cannot occur in that column of the sort order. */
    @ParameterizedTest
    @CsvSource({
        "name, '\"wabc\"'",
        "founded_year, '\"kYWJj\"'",
        "founded_year, '\"i99999999999\"'",
        "founded, '\"d+999999999-01-01\"'",
        "created_at, '\"t+300000-01-01T00:00:00Z\"'",
        "created_at, null",
        "name, 7"
    })
    void alteredCursorIsRejected(String sort, String value) {
        String cursor =
                given().get("/v1/startups?limit=1&sort=" + sort).jsonPath().getString("page.next_cursor");
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(",");
        parts[2] = value;
        String altered = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(",", parts).getBytes(StandardCharsets.UTF_8));
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?sort=" + sort + "&cursor=" + altered);
        assertEquals("cursor", problem.errors().get(0).parameter());
    }

    @Test
    void moreParametersThanTheLimitAreRejected() {
        StringBuilder query = new StringBuilder("/v1/startups?");
        for (int i = 0; i <= 100; i++) {
            query.append("a").append(i).append("=1&");
        }
        ProblemAnswer problem = Atlas.problem(400, query.toString());
        assertEquals("too-many-parameters", problem.errors().get(0).code());
        assertEquals(1, problem.errors().size());
    }

    @Test
    void moreValuesThanTheLimitAreRejected() {
        String years = "2020,".repeat(100) + "2020";
        assertEquals(
                "too-many",
                Atlas.problem(400, "/v1/startups?founded_year=" + years)
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void valueIsQuotedAsItWasSentAlsoIfItIsATypeName() {
        assertEquals(
                "'integer' is not a whole number.",
                Atlas.problem(400, "/v1/startups?founded_year=integer")
                        .errors()
                        .get(0)
                        .detail());
    }
}
