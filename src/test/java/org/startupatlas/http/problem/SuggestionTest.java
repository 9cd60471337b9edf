package org.startupatlas.http.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Tests which correction a problem suggests for an unknown name, value, path or record. */
@QuarkusTest
class SuggestionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sector=fintech | sector | unknown-parameter | sectors",
                "founded_yer__gte=2020 | founded_yer__gte | unknown-parameter | founded_year__gte",
                "sectors__in=fintech | sectors__in | unfit-operator | sectors",
                "sectors=fintec | sectors | unknown-code | fintech",
                "country=Maroc | country | unknown-code | MA",
                "country=ma | country | unknown-code | MA",
                "sectors=HEALTH%20TECH | sectors | unknown-code | healthtech",
                "status=activ | status | unknown-value | active",
                "participations.program=212-founder | participations.program | unknown-reference | 212-founders",
                "sort=-fonded_year | sort | unknown-field | -founded_year",
                "fields=nam | fields | unknown-field | name",
                "expand=program | expand | unknown-expansion | programs",
                "expand=programs.partner | expand | unknown-expansion | programs.partners",
                "format=cvs | format | unknown-value | csv",
                "lang=arr | lang | unknown-value | ar",
            })
    void mistypedNameOrValueHasTheNearestAsSuggestion(String query, String parameter, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + query);
        assertEquals("invalid-parameters", problem.code());
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(meant, problem.errors().get(0).didYouMean());
        assertEquals(meant, problem.didYouMean());
    }

    /** A suggestion with the opposite meaning would be worse than none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "startups?founded__le=2020 | founded__lte",
                "startups?founded__ge=2020 | founded__gte",
                "startups?founded__gtr=2020 | founded__gt",
                "startups?founded__fte=2020 | -",
                "startups?foundd__lt=2020 | founded__lt",
                "startups?founded_lte=2020 | founded__lte",
                "startups?sectors__not=fintech | sectors__ne",
                "startups?countri__ne=MA | country__ne",
                "startups?country_ne=MA | country__ne",
                "startups?sectors__gt=fintech | -",
                "startups?sectors__xe=fintech | -",
                "startups?sectors__year=2024 | -",
                "startups?sectors__contains=fintech | sectors",
                "startups?name__gte=a | -",
                "startups?website__exist=true | website__exists",
                "startups?summary.en=freight | summary.en__contains",
                "stats/funding_rounds?metrics=amount__mix | -",
                "stats/funding_rounds?metrics=amount__midian | amount__median",
                "changes?resource=funding_rounds&date__le=2024 | date__lte",
            })
    void suggestedOperatorKeepsTheDirectionOfTheTypedOne(String path, String meant) {
        assertEquals(meant, Atlas.problem(400, "/v1/" + path).errors().get(0).didYouMean(), path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "funding_rounds?date__year=2024 | date | date=2024",
                "funding_rounds?date__quarter=2024-Q1 | date | date=2024-Q1",
                "funding_rounds?date__month=2024-05 | date | date=2024-05",
                "funding_rounds?date__month=5 | date | date=2024-05",
                "funding_rounds?date__year=2023,2024 | date | date=2023,2024",
                "funding_rounds?date__year__gte=2024 | date__gte | date__gte=2024",
                "funding_rounds?date__year__ne=2024 | date__ne | date__ne=2024",
                "programs?editions.start__year=2024 | editions.start | editions.start=2024",
                "startups?founded_year__year=2020 | founded_year | founded_year=2020",
                "sites?created_at__year=2024 | created_at__gte |"
                        + " created_at__gte=2024-01-01T00:00:00Z&created_at__lt=2025-01-01T00:00:00Z",
                "sites?created_at__quarter__lte=2024-Q4 | created_at__lt | created_at__lt=2025-01-01T00:00:00Z",
            })
    void periodOfStatisticsHasTheEquivalentFilterAsSuggestion(String path, String meant, String filter) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/" + path);
        assertEquals("period-as-operator", problem.errors().get(0).code());
        assertEquals(meant, problem.errors().get(0).didYouMean());
        assertTrue(problem.detail().endsWith(": " + filter + "."), problem.detail());
        Atlas.get(200, "/v1/" + path.substring(0, path.indexOf('?') + 1) + filter);
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing,",
        "/v1/nothing,",
        "/v1/strtups, /v1/startups",
        "/v1/startups/weego/nothing,",
        "/v1/startups/weego/program, programs",
        "/v1/searching, /v1/search",
        "/q/nothing,",
        "/problems/unknown-recrd, /problems/unknown-record"
    })
    void unknownPathIsAProblem(String path, String meant) {
        ProblemAnswer problem = Atlas.problem(404, path);
        assertEquals("unknown-path", problem.code());
        assertEquals(path, problem.instance());
        if (meant != null) {
            assertEquals(meant, problem.didYouMean());
        }
    }

    @Test
    void unknownRecordHasTheNearestAsSuggestion() {
        ProblemAnswer problem = Atlas.problem(404, "/v1/startups/nuite");
        assertEquals("unknown-record", problem.code());
        assertEquals("nuitee", problem.didYouMean());
        Atlas.problem(404, "/v1/startups/019dadd7-e400-7000-8000-000000000001");
        Atlas.problem(404, "/v1/startups/nuite/programs");
        Atlas.problem(404, "/v1/startups/a%00b");
        assertEquals("chari", Atlas.problem(404, "/v1/startups/CHARI").didYouMean());
        assertEquals("MA", Atlas.problem(404, "/v1/countries/Maroc").didYouMean());
        assertEquals(
                "fintech", Atlas.problem(404, "/v1/vocabularies/sectors/fintec").didYouMean());
    }

    @Test
    void methodOnUnknownPathIsUnknownPath() {
        for (String path : List.of("/v1/startups/chari/nope", "/q/nope", "/v1/stats/nope")) {
            assertEquals("unknown-path", Atlas.problem(404, given().put(path)).code(), path);
        }
    }
}
