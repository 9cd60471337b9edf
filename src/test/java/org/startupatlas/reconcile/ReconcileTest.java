package org.startupatlas.reconcile;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.reconcile.Answers.Candidate;
import org.startupatlas.reconcile.Answers.Result;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Writes;

/** Tests queries of the Reconciliation Service API 0.2. */
@QuarkusTest
class ReconcileTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Test
    void manifestIsValidAndNamesThisService() {
        Response answer = Atlas.get(200, Answers.PATH);
        JsonNode manifest = Atlas.json(answer.asString());
        assertEquals(List.of(), Answers.faults("manifest", manifest));
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertEquals("0.2", manifest.at("/versions/0").textValue());
        String service = manifest.at("/suggest/entity/service_url").textValue();
        assertTrue(service.endsWith(Answers.PATH), service);
        assertTrue(manifest.at("/view/url").textValue().startsWith(service + "/"));
        assertEquals(
                manifest.at("/view/url").textValue(),
                manifest.get("identifierSpace").textValue() + "{{id}}");
        ObjectNode broken = manifest.deepCopy();
        broken.putArray("versions").add("0.1");
        assertFalse(Answers.faults("manifest", broken).isEmpty(), "the schema detects a defect");
    }

    /** The valid examples of the specification, folder 0.2/examples/reconciliation-query-batch. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"q1":{"query":"Hans-Eberhard Urbaniak"},"q2":{"query":"Ernst Schwanhold"}}""",
                """
                {"q0":{"query":"Christel Hanewinckel","type":"DifferentiatedPerson","limit":5,"properties":[\
                {"pid":"professionOrOccupation","v":"Politik*"},\
                {"pid":"affiliation","v":"http://d-nb.info/gnd/2022139-3"}],"type_strict":"should"},\
                "q1":{"query":"Franz Thönnes","type":"DifferentiatedPerson","limit":5,"properties":[\
                {"pid":"professionOrOccupation","v":"Politik*"},\
                {"pid":"affiliation","v":"http://d-nb.info/gnd/2022139-3"}],"type_strict":"should"}}""",
                """
                {"q0":{"query":"Christel Hanewinckel","type":"DifferentiatedPerson","limit":5,"properties":[\
                {"pid":"professionOrOccupation","v":["Politik*",{"id":"wissenschaftler",\
                "name":"Wissenschaftler(in)"}]}],"type_strict":"should"}}""",
                """
                {"q1":{"properties":[{"pid":"uid","v":"27eb892afbb2"}]},\
                "q2":{"properties":[{"pid":"uid","v":"ab09da9dd37e"}]}}""",
                "{}"
            })
    void validExamplesAreAnswered(String queries) {
        JsonNode batch = Atlas.json(queries);
        assertEquals(List.of(), Answers.faults("reconciliation-query-batch", batch));
        Map<String, Result> byPost = Answers.batch(queries);
        Set<String> keys = batch.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        assertEquals(keys, byPost.keySet());
        byPost.values().forEach(result -> assertNull(result.certain(), "none of them is here"));
        assertEquals(byPost, Answers.results(200, Atlas.get(200, Atlas.with(Answers.PATH, "queries", queries))));
        Response json = given().contentType("application/json")
                .body(Writes.bytes("{\"queries\":" + queries + "}"))
                .post(Answers.PATH);
        assertEquals(byPost, Answers.results(200, json));
    }

    /** The invalid examples of the specification, and others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"q1\":{\"properties\":[]}} | required | /q1/query",
                "{\"q1\":{\"limit\":1}} | required | /q1/query",
                "{\"q0\":{\"query\":\"A\",\"props\":[]}} | unknown-property | /q0/props",
                "{\"q0\":{\"query\":7}} | not-a-text | /q0/query",
                "{\"q0\":{\"query\":\"A\",\"limit\":0}} | out-of-range | /q0/limit",
                "{\"q0\":{\"query\":\"A\",\"limit\":\"5\"}} | out-of-range | /q0/limit",
                "{\"q0\":{\"query\":\"A\",\"limit\":26}} | out-of-range | /q0/limit",
                "{\"q0\":{\"query\":\"A\",\"type\":{}}} | wrong-type | /q0/type",
                "{\"q0\":{\"query\":\"A\",\"type_strict\":\"none\"}} | unknown-value | /q0/type_strict",
                "{\"q0\":{\"query\":\"A\",\"properties\":[{\"pid\":\"city\"}]}} | required | /q0/properties/0/v",
                "{\"q0\":{\"query\":\"A\",\"properties\":[{\"v\":\"x\"}]}} | required | /q0/properties/0/pid",
                "{\"q0\":{\"query\":\"A\",\"properties\":[{\"pid\":\"city\",\"v\":{}}]}} | wrong-type"
                        + " | /q0/properties/0/v",
                "{\"q0\":{\"query\":\"A\\u0000\"}} | invalid-text | /q0/query",
                "{\"q0\":[]} | wrong-type | /q0",
                "[] | not-an-object |",
                "{\"q0\": | not-json |",
                "{\"q0\":{},\"q0\":{}} | duplicate-key |"
            })
    void malformedBatchIsAProblemWithItsPlace(String queries, String code, String pointer) {
        for (Response answer : List.of(
                Answers.postForm("queries", queries),
                given().urlEncodingEnabled(false).get(Atlas.with(Answers.PATH, "queries", queries)))) {
            ProblemAnswer problem = Atlas.problem(400, answer);
            assertEquals(code, problem.errors().get(0).code());
            assertEquals("queries", problem.errors().get(0).parameter());
            assertEquals(pointer, problem.errors().get(0).pointer());
        }
    }

    @Test
    void requestThatIsNoQueryIsAProblem() {
        assertEquals(
                List.of("unknown-parameter", "required"),
                Atlas.problem(400, Answers.postForm("query", "{}")).errors().stream()
                        .map(ProblemAnswer.Error::code)
                        .toList());
        Atlas.problem(400, Answers.PATH + "?queries=%7B%7D&extend=%7B%7D");
        assertEquals(
                "queries",
                Atlas.problem(400, Answers.PATH + "?querys=%7B%7D")
                        .errors()
                        .get(0)
                        .didYouMean());
        Atlas.problem(
                415, given().contentType("text/csv").body(Writes.bytes("a,b")).post(Answers.PATH));
        Atlas.problem(405, given().delete(Answers.PATH));
    }

    @Test
    void languageMayBeInTheBody() {
        String queries = "{\"q0\":{\"query\":\"Chari\",\"type\":\"startups\"}}";
        Response form = given().contentType(FORM)
                .formParam("queries", queries)
                .formParam("lang", "fr")
                .post(Answers.PATH);
        Response json = given().contentType("Application/JSON")
                .body(Writes.bytes("{\"queries\":" + queries + ",\"lang\":\"fr\"}"))
                .post(Answers.PATH);
        Response jsonInText = given().contentType("application/json")
                .body(Writes.bytes(Atlas.json()
                        .createObjectNode()
                        .put("queries", queries)
                        .put("lang", "fr")
                        .toString()))
                .post(Answers.PATH);
        for (Response answer : List.of(form, json, jsonInText)) {
            Candidate first = Answers.results(200, answer).get("q0").first();
            assertTrue(first.description().startsWith("Casablanca, Maroc"), first::toString);
        }
        Candidate english = Answers.batch(queries).get("q0").first();
        assertTrue(english.description().startsWith("Casablanca, Morocco"), english::toString);
    }

    @Test
    void otherLanguagesAndFieldsAreProblems() {
        String queries = "{\"queries\":{}";
        for (Response answer : List.of(
                given().get(Answers.PATH + "?lang=de"),
                given().contentType(FORM).formParam("queries", "{}").post(Answers.PATH + "?lang=de"),
                given().contentType(FORM)
                        .formParam("queries", "{}")
                        .formParam("lang", "de")
                        .post(Answers.PATH),
                given().contentType("application/json")
                        .body(Writes.bytes(queries + ",\"lang\":\"de\"}"))
                        .post(Answers.PATH))) {
            ProblemAnswer.Error error = Atlas.problem(400, answer).errors().get(0);
            assertEquals("unknown-value", error.code());
            assertEquals("lang", error.parameter());
        }
        ProblemAnswer.Error unknown = Atlas.problem(
                        400,
                        given().contentType("application/json")
                                .body(Writes.bytes(queries + ",\"langs\":\"fr\"}"))
                                .post(Answers.PATH))
                .errors()
                .get(0);
        assertEquals("unknown-parameter", unknown.code());
        assertEquals("lang", unknown.didYouMean());
    }

    @Test
    void batchHasALimitThatTheManifestStates() {
        int max = Atlas.tree(Answers.PATH).get("batchSize").intValue();
        assertEquals(max, Answers.batch(batchOf(max)).size());
        ProblemAnswer problem = Atlas.problem(413, Answers.postForm("queries", batchOf(max + 1)));
        assertEquals("too-many", problem.errors().get(0).code());
    }

    /** Each limit, with a request that is at it and one that exceeds it. */
    @Test
    void limitsAreThoseOfMeta() {
        JsonNode limits = Atlas.tree("/v1/meta").get("limits");
        assertEquals(limits.get("reconcile_queries"), Atlas.tree(Answers.PATH).get("batchSize"));
        int candidates = limits.get("reconcile_candidates").intValue();
        assertFalse(Answers.query(withLimit(candidates)).result().isEmpty());
        assertEquals("out-of-range", code("{\"q0\":" + withLimit(candidates + 1) + "}"));
        int properties = limits.get("reconcile_properties").intValue();
        String property = "{\"pid\":\"city\",\"v\":\"Casablanca\"}";
        assertTrue(Answers.query(withProperties(property, properties)).first().match());
        assertEquals("too-many", code("{\"q0\":" + withProperties(property, properties + 1) + "}"));
        int values = limits.get("reconcile_values").intValue();
        assertTrue(Answers.query(withValues(values)).first().match());
        assertEquals("too-many", code("{\"q0\":" + withValues(values + 1) + "}"));
        int suggestions = limits.get("reconcile_suggestions").intValue();
        for (String of : List.of("entity", "type", "property")) {
            String path = Answers.PATH + "/suggest/" + of + "?prefix=c&limit=";
            Atlas.get(200, path + suggestions);
            assertEquals(
                    "out-of-range",
                    Atlas.problem(400, path + (suggestions + 1)).errors().get(0).code());
        }
        int ids = limits.get("reconcile_extend_ids").intValue();
        int columns = limits.get("reconcile_extend_properties").intValue();
        assertEquals(200, Answers.postForm("extend", extension(ids, columns)).statusCode());
        for (String extension : List.of(extension(ids + 1, 1), extension(1, columns + 1))) {
            ProblemAnswer problem = Atlas.problem(400, Answers.postForm("extend", extension));
            assertEquals("too-many", problem.errors().get(0).code());
        }
    }

    private static String code(String queries) {
        return Atlas.problem(400, Answers.postForm("queries", queries))
                .errors()
                .get(0)
                .code();
    }

    private static String withLimit(int limit) {
        return "{\"query\":\"Chari\",\"limit\":" + limit + "}";
    }

    private static String withProperties(String property, int times) {
        return "{\"query\":\"Chari\",\"type\":\"startups\",\"properties\":[" + repeated(property, times) + "]}";
    }

    private static String withValues(int times) {
        return withProperties("{\"pid\":\"city\",\"v\":[" + repeated("\"Casablanca\"", times) + "]}", 1);
    }

    private static String extension(int ids, int properties) {
        return "{\"ids\":[" + repeated("\"nobody\"", ids) + "],\"properties\":["
                + repeated("{\"id\":\"name\"}", properties) + "]}";
    }

    private static String repeated(String element, int times) {
        return String.join(",", Collections.nCopies(times, element));
    }

    private static String batchOf(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"Chari\",\"type\":\"startups\"}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "…"})
    void textWithoutLettersHasNoCandidates(String text) {
        assertEquals(List.of(), Answers.named(text, null).result());
    }

    @Test
    void textThatIsLongerThanAnyNameHasNoCandidates() {
        assertEquals(List.of(), Answers.named("x".repeat(500), null).result());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // The text, the type, the slug of the first candidate, and whether it is certain.
                "Chari|startups|chari|true",
                "CHARI S.A.R.L.|startups|chari|true",
                "cloud fret|startups|cloudfret|true",
                "CluodFret|startups|cloudfret|false",
                "Nuitee|startups|nuitee|true",
                "Nuite|startups|nuitee|false",
                "Inyad|startups|invyad|true",
                "Weego Mobility|startups|weego|false",
                "Universite Mohamed VI Polytechnique|partners|um6p|false",
                "UNIVERSITÉ MOHAMMED VI POLYTECHNIQUE|-|um6p|true",
                "Ministère de la transition numérique et de la réforme de l'administration|partners|mtnra|true",
                "Ministere de la Transition Numerique|partners|mtnra|false",
                "Caisse de Dépot et de Gestion|partners|cdg|true",
                "CDG|partners|cdg|false",
                "Technopark Casa|sites|technopark-casablanca|false",
                "Technopark Fes|sites|technopark-fes|true",
                "Maroc|countries|MA|true",
                "المغرب|countries|MA|true",
                "المغـرب|-|MA|true",
                "Morrocoo|countries|MA|false",
                "Etats Unis|countries|US|true",
                "Etat Unis|countries|US|false"
            })
    void namesAreFoundInEverySpelling(String text, String type, String slug, boolean isCertain) {
        Result result = Answers.named(text, type);
        Candidate first = result.first();
        String resource = first.type().get(0).id();
        assertEquals(
                slug,
                Atlas.tree("/v1/" + resource + "/" + first.id()).get("slug").textValue(),
                result::toString);
        assertEquals(isCertain, first.match(), first::toString);
        assertEquals(isCertain, first.score() == 100, first::toString);
        assertTrue(first.score() >= 60, first::toString);
    }

    @Test
    void candidatesAreSortedAndLimited() {
        List<Candidate> some = Answers.query("{\"query\":\"Technopark\",\"type\":\"sites\",\"limit\":3}")
                .result();
        assertEquals(3, some.size());
        for (int i = 1; i < some.size(); i++) {
            assertTrue(some.get(i - 1).score() >= some.get(i).score());
        }
        assertTrue(some.stream().allMatch(each -> each.type().get(0).id().equals("sites")));
        assertTrue(some.stream().noneMatch(Candidate::match));
    }

    @Test
    void typesRestrictWhatIsFound() {
        assertEquals(
                List.of(),
                Answers.named("Chari", "partners").result().stream()
                        .filter(each -> each.name().equals("Chari"))
                        .toList());
        assertEquals(
                "Chari",
                Answers.query("{\"query\":\"Chari\",\"type\":[\"partners\",\"startups\"],\"type_strict\":\"any\"}")
                        .first()
                        .name());
        assertEquals(
                List.of(),
                Answers.query("{\"query\":\"Chari\",\"type\":[\"partners\",\"startups\"],\"type_strict\":\"all\"}")
                        .result(),
                "no entity has two types");
    }

    @Test
    void idIsCertain() {
        String id = Atlas.tree("/v1/startups/chari").get("id").textValue();
        Candidate found = Answers.named(id, null).first();
        assertEquals(id, found.id());
        assertTrue(found.match());
        assertEquals("Morocco", Answers.named("MA", "countries").first().name());
        assertEquals(
                List.of(),
                Answers.named("01a205b3-0000-7000-8000-00000000dead", null).result());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A property with a value, whether Chari is still certain, and its score.
                "country|\"Maroc\"|true|100",
                "country|\"المغرب\"|true|100",
                "country|{\"id\":\"MA\",\"name\":\"Morocco\"}|true|100",
                "country|\"France\"|false|90",
                "country|\"Nowhere\"|true|100",
                "city|\"CASABLANCA\"|true|100",
                "city|\"Rabat\"|false|90",
                "city|[\"Rabat\",\"Casablanca\"]|true|100",
                "founded|\"2020-05-01T00:00:00Z\"|true|100",
                "founded|2020|true|100",
                "founded|\"2019\"|false|90",
                "founded_year|2020|true|100",
                "founded_year|2021|false|90",
                "sectors|\"Fintech\"|true|100",
                "website|\"http://www.chari.co\"|true|100",
                "website|\"https://chari.ma/\"|false|90",
                "markets.country|\"Tunisie\"|true|100",
                "external_ids.ice|\"000000000000001\"|true|100",
                "nothing.known|\"x\"|true|100"
            })
    void propertiesConfirmOrContradict(String property, String value, boolean isCertain, double score) {
        Candidate first = Answers.query("{\"query\":\"Chari\",\"type\":\"startups\",\"properties\":[{\"pid\":\""
                        + property + "\",\"v\":" + value + "}]}")
                .first();
        assertEquals("Chari", first.name());
        assertEquals(isCertain, first.match(), first::toString);
        assertEquals(score, first.score());
    }

    @Test
    void nameMayBeAProperty() {
        Candidate first = Answers.query("{\"properties\":[{\"pid\":\"name\",\"v\":\"Chari\"}]}")
                .first();
        assertEquals("Chari", first.name());
        assertTrue(first.match());
    }
}
