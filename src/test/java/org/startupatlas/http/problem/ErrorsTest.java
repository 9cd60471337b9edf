package org.startupatlas.http.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.schema.Language;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

@QuarkusTest
class ErrorsTest {
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
    void aMistypedWordIsToldWithTheNearestRightOne(String query, String parameter, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + query);
        assertEquals("invalid-parameters", problem.code());
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(meant, problem.errors().get(0).didYouMean());
        assertEquals(meant, problem.didYouMean());
    }

    /** An operator is suggested only if it goes the way of the one that was typed. */
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
    void aSuggestionNeverTurnsTheQuestionRound(String path, String meant) {
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
    void aPeriodOfStatisticsIsAnsweredWithTheFilterThatAsksTheSame(String path, String meant, String filter) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/" + path);
        assertEquals("period-as-operator", problem.errors().get(0).code());
        assertEquals(meant, problem.errors().get(0).didYouMean());
        assertTrue(problem.detail().endsWith(": " + filter + "."), problem.detail());
        Atlas.get(200, "/v1/" + path.substring(0, path.indexOf('?') + 1) + filter);
    }

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
    void whatIsWrongWithAParameterIsNamed(String query, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + query);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertFalse(problem.errors().get(0).detail().isBlank());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?sector=x&limit=0&sort=nam&sectors=fintec");
        Set<String> parameters = new TreeSet<>();
        problem.errors().forEach(error -> parameters.add(error.parameter()));
        assertEquals(Set.of("sector", "limit", "sort", "sectors"), parameters);
        assertNull(problem.didYouMean(), "one word cannot mend four mistakes");
    }

    @Test
    void aCursorOfAnotherFilterOrSortIsRefused() {
        String cursor = given().get("/v1/startups?limit=1&sort=name").jsonPath().getString("page.next_cursor");
        for (String other : List.of("sort=-name&", "sort=name&country=MA&", "")) {
            ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + other + "cursor=" + cursor);
            assertEquals("cursor-of-another-query", problem.errors().get(0).code());
        }
        Atlas.problem(400, "/v1/programs?sort=name&cursor=" + cursor);
        Atlas.get(200, "/v1/startups?sort=name&limit=3&fields=name&lang=fr&total=true&cursor=" + cursor);
    }

    /** Each says of the last row what no row of that order can have. */
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
    void aCursorThatWasAlteredIsRefused(String sort, String value) {
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
    void moreParametersThanTheLimitAreRefused() {
        StringBuilder query = new StringBuilder("/v1/startups?");
        for (int i = 0; i <= 100; i++) {
            query.append("a").append(i).append("=1&");
        }
        ProblemAnswer problem = Atlas.problem(400, query.toString());
        assertEquals("too-many-parameters", problem.errors().get(0).code());
        assertEquals(1, problem.errors().size());
    }

    @Test
    void aMistakeIsToldInTheWordsOfWhoMadeIt() {
        assertEquals(
                "'integer' is not a whole number.",
                Atlas.problem(400, "/v1/startups?founded_year=integer")
                        .errors()
                        .get(0)
                        .detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", ";q=1", ",;,"})
    void aHeaderThatSaysNothingIsAsGoodAsNone(String header) {
        Response answer = given().header("Accept", header)
                .header("Accept-Encoding", header)
                .get("/v1/startups?limit=1");
        assertEquals(200, answer.statusCode());
    }

    @Test
    void aBodyBeyondTheLimitIsAProblem() {
        Response answer = given().body("a".repeat(1_048_577)).post("/v1/startups");
        assertEquals(413, answer.statusCode());
        assertEquals("payload-too-large", answer.jsonPath().getString("code"));
    }

    @Test
    void moreValuesThanTheLimitAreRefused() {
        String years = "2020,".repeat(100) + "2020";
        assertEquals(
                "too-many",
                Atlas.problem(400, "/v1/startups?founded_year=" + years)
                        .errors()
                        .get(0)
                        .code());
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
    void anUnknownPathIsAProblem(String path, String meant) {
        ProblemAnswer problem = Atlas.problem(404, path);
        assertEquals("unknown-path", problem.code());
        assertEquals(path, problem.instance());
        if (meant != null) {
            assertEquals(meant, problem.didYouMean());
        }
    }

    @Test
    void anUnknownRecordIsAProblemThatNamesTheNearest() {
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

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"POST", "PUT", "PATCH", "DELETE"})
    void aMethodThatDoesNotWorkIsAProblemWithAllow(Method method) {
        for (String path : List.of("/v1/countries", "/v1/countries/MA", "/v1/meta", "/", "/q/openapi", "/q/health")) {
            Response answer = given().request(method, path);
            assertEquals(405, answer.statusCode(), path);
            assertEquals("method-not-allowed", answer.jsonPath().getString("code"));
            assertTrue(answer.header("Allow").contains("GET"), answer.header("Allow"));
        }
    }

    @Test
    void aFormatThatIsNotOfferedIsAProblem() {
        Response answer = given().accept("image/png").get("/v1/startups");
        assertEquals(406, answer.statusCode());
        assertEquals("not-acceptable", answer.jsonPath().getString("code"));
        assertEquals(
                406,
                given().accept("application/geo+json").get("/v1/startups").statusCode(),
                "startups have no points");
        assertEquals(
                200, given().accept("application/geo+json").get("/v1/sites").statusCode());
    }

    @Test
    void anAddressOrHeadersBeyondTheLimitAreProblems() {
        assertEquals(
                "uri-too-long",
                Atlas.problem(414, "/v1/startups?name=" + "a".repeat(17_000)).code());
        Response answer = given().header("X-Large", "a".repeat(33_000)).get("/v1/startups");
        assertEquals(431, answer.statusCode());
        assertEquals("headers-too-large", answer.jsonPath().getString("code"));
    }

    @ParameterizedTest
    @CsvSource({
        "'fr-MA,fr;q=0.9,en;q=0.5', fr, Les paramètres sont erronés",
        "'ar', ar, المعاملات غير صحيحة",
        "'de, en;q=0.1', en, The parameters are wrong",
        "'de', en, The parameters are wrong",
        "'%%%', en, The parameters are wrong"
    })
    void problemsSpeakTheLanguageOfAcceptLanguage(String header, String language, String title) {
        Response answer = given().header("Accept-Language", header).get("/v1/startups?sector=fintech");
        assertEquals(title, answer.jsonPath().getString("title"));
        assertEquals(language, answer.header("Content-Language"));
        assertTrue(answer.header("Vary").contains("Accept-Language"));
    }

    @Test
    void langBeatsAcceptLanguage() {
        Response answer = given().header("Accept-Language", "ar").get("/v1/startups?sector=fintech&lang=fr");
        assertEquals("fr", answer.header("Content-Language"));
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyKindOfProblemHasItsPageAndItsWordsInThreeLanguages(ProblemKind kind) {
        String page = Atlas.get(200, "/problems/" + kind.code()).asString();
        for (Language language : Language.values()) {
            assertTrue(page.contains(ProblemTexts.title(kind, language)), language + " of " + kind);
            assertFalse(ProblemTexts.detail(kind.code(), List.of("a", "b", "c"), language)
                    .contains("{"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems_fr.properties", "problems_ar.properties"})
    void everyLanguageHasTheSameWords(String file) throws IOException {
        assertEquals(keys("problems.properties"), keys(file));
    }

    @Test
    void problemsAreNotStored() {
        assertEquals("no-store", Atlas.get(404, "/nothing").header("Cache-Control"));
    }

    @Test
    void aRequestKeepsTheNameItsCallerChose() {
        Response answer = given().header("X-Request-Id", "my-request.1").get("/nothing");
        assertEquals("my-request.1", answer.header("X-Request-Id"));
        assertEquals("my-request.1", answer.jsonPath().getString("request_id"));
        Response forged = given().header("X-Request-Id", "forged <line>").get("/nothing");
        assertFalse(forged.header("X-Request-Id").contains("forged"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream bytes = ErrorsTest.class.getResourceAsStream("/" + file)) {
            words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/startups",
                "/v1/startups/chari",
                "/v1/startups/chari/programs",
                "/v1/startups/chari/merge",
                "/v1/startups/chari/history",
                "/v1/countries",
                "/v1/changes",
                "/v1/changes/stream",
                "/v1/exports/startups",
                "/v1/exports/all.zip",
                "/v1/imports/startups",
                "/v1/keys",
                "/v1/stats/startups",
                "/v1/suggest",
                "/problems/gone",
                "/q/openapi",
                "/q/openapi.yaml",
                "/q/health/ready",
                "/q/metrics"
            })
    void whatOptionsNamesIsWhatWorks(String path) {
        Response options = given().options(path);
        assertEquals(204, options.statusCode(), options::asString);
        List<String> allowed = List.of(options.header("Allow").split(", "));
        assertEquals("*", options.header("Access-Control-Allow-Origin"));
        assertEquals(allowed.contains("PATCH") ? "application/merge-patch+json" : null, options.header("Accept-Patch"));
        for (Method method : List.of(Method.POST, Method.PUT, Method.PATCH, Method.DELETE)) {
            Response answer = given().request(method, path);
            if (allowed.contains(method.name())) {
                assertEquals(401, answer.statusCode(), method + " takes a key");
            } else {
                assertEquals(405, answer.statusCode(), method + " " + answer.asString());
                assertEquals(options.header("Allow"), answer.header("Allow"), method.name());
            }
        }
        boolean isReadable = !Set.of(404, 405).contains(given().head(path).statusCode());
        assertEquals(allowed.contains("GET"), isReadable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startup",
                "/v2",
                "/nope",
                "/v1/startups/chari/nope",
                "/v1/startups/chari/programs/nope",
                "/v1/countries/MA/merge",
                "/v1/stats/nope",
                "/v1/exports/nope",
                "/v1/imports/nope",
                "/problems/nope",
                "/q/openapi-yaml",
                "/q/nope"
            })
    void optionsOfAnUnknownPathIsAProblemThatBrowsersMayRead(String path) {
        for (RequestSpecification request : List.of(
                given(), given().header("Origin", "https://a.test").header("Access-Control-Request-Method", "GET"))) {
            Response answer = request.options(path);
            assertEquals("unknown-path", Atlas.problem(404, answer).code());
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        }
        assertEquals(
                "/v1/startups",
                Atlas.problem(404, given().options("/v1/startup")).didYouMean());
    }

    @Test
    void aMethodOnAnUnknownPathIsNotToldToTryAnother() {
        for (String path : List.of("/v1/startups/chari/nope", "/q/nope", "/v1/stats/nope")) {
            assertEquals("unknown-path", Atlas.problem(404, given().put(path)).code(), path);
        }
    }
}
