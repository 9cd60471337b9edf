package org.startupatlas.reconcile;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.reconcile.Answers.Named;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Tests suggestions, previews and data extension of the Reconciliation Service API 0.2. */
@QuarkusTest
class ReconciledDataTest {

    record Suggestion(String id, String name, String description, List<Named> notable) {}

    record Suggestions(List<Suggestion> result) {
        List<String> names() {
            return result.stream().map(Suggestion::name).toList();
        }

        List<String> ids() {
            return result.stream().map(Suggestion::id).toList();
        }
    }

    record Proposal(String type, Integer limit, List<Named> properties) {}

    private static Suggestions entities(String query) {
        return Answers.read(Suggestions.class, "suggest-entities-response", Answers.PATH + "/suggest/entity?" + query);
    }

    private static Suggestions types(String prefix) {
        return Answers.read(
                Suggestions.class,
                "suggest-types-response",
                Atlas.with(Answers.PATH + "/suggest/type", "prefix", prefix));
    }

    private static Suggestions properties(String query) {
        return Answers.read(
                Suggestions.class, "suggest-properties-response", Answers.PATH + "/suggest/property?" + query);
    }

    @Test
    void entitiesAreSuggested() {
        Suggestion first = entities("prefix=cloudf").result().get(0);
        assertEquals("CloudFret", first.name());
        assertEquals(List.of(new Named("startups", "Startups")), first.notable());
        assertEquals(first, entities("prefix=" + first.id()).result().get(0));
        assertEquals(List.of(), entities("prefix=").result());
        assertEquals(List.of(), entities("prefix=cloudf&type=partners").result());
        Suggestions all = entities("prefix=technopark&limit=6");
        assertEquals(
                all.names().subList(2, 4),
                entities("prefix=technopark&cursor=2&limit=2").names());
    }

    /** OpenRefine sends settings of the service that its widget was written for. */
    @Test
    void parametersOfOtherServicesArePassedOver() {
        assertEquals(
                "Chari",
                entities("prefix=chari&type=startups&type_strict=should&spell=always&exact=false&prefixed=true")
                        .result()
                        .get(0)
                        .name());
        Atlas.problem(400, Answers.PATH + "/suggest/entity?prefix=chari&cursor=x");
        Atlas.problem(404, Answers.PATH + "/suggest/nothing?prefix=chari");
    }

    @Test
    void typesAndPropertiesAreSuggestedInEveryLanguage() {
        assertEquals(List.of("startups"), types("star").ids());
        assertTrue(types("").ids().containsAll(List.of("startups", "partners", "countries", "sites")));
        assertFalse(types("").ids().contains("vocabularies"));
        assertTrue(properties("prefix=pays").ids().contains("country"));
        assertTrue(properties("prefix=country&type=startups").ids().contains("markets.country"));
        assertEquals(List.of("capital"), properties("prefix=capital").ids());
        assertEquals(List.of(), properties("prefix=capital&type=startups").ids());
    }

    @Test
    void propertiesOfATypeAreProposed() {
        String path = Answers.PATH + "/properties?type=";
        Proposal all = Answers.read(Proposal.class, "data-extension-property-proposal", path + "startups");
        assertEquals("startups", all.type());
        List<String> ids = all.properties().stream().map(Named::id).toList();
        assertTrue(ids.containsAll(List.of("name", "country", "city", "website", "founded", "external_ids.ice")));
        assertTrue(ids.stream().noneMatch(id -> id.startsWith("provenance") || id.equals("version")), ids::toString);
        Proposal some = Answers.read(Proposal.class, "data-extension-property-proposal", path + "startups&limit=2");
        assertEquals(all.properties().subList(0, 2), some.properties());
        assertEquals(
                List.of(),
                Answers.read(Proposal.class, "data-extension-property-proposal", path + "x")
                        .properties());
    }

    private static JsonNode extend(String query) {
        Response answer = Answers.postForm("extend", query);
        assertEquals(200, answer.statusCode(), answer::asString);
        JsonNode body = Atlas.json(answer.asString());
        assertEquals(List.of(), Answers.faults("data-extension-query", Atlas.json(query)));
        assertEquals(List.of(), Answers.faults("data-extension-response", body));
        return body;
    }

    @Test
    void tablesAreExtended() {
        String chari = Atlas.tree("/v1/startups/chari").get("id").textValue();
        String um6p = Atlas.tree("/v1/partners/um6p").get("id").textValue();
        JsonNode answer = extend(
                """
                {"ids":["%s","%s","nobody"],"properties":[{"id":"name"},{"id":"country"},{"id":"founded_year"},\
                {"id":"sectors"},{"id":"none"}]}"""
                        .formatted(chari, um6p));
        JsonNode row = answer.at("/rows/" + chari);
        assertEquals("{\"str\":\"Chari\"}", row.at("/name/0").toString());
        assertEquals(
                "{\"id\":\"MA\",\"name\":\"Morocco\"}", row.at("/country/0").toString());
        assertEquals("{\"int\":2020}", row.at("/founded_year/0").toString());
        assertEquals(2, row.at("/sectors").size());
        assertEquals(0, row.at("/none").size());
        assertEquals(0, answer.at("/rows/" + um6p + "/founded_year").size());
        assertEquals(0, answer.at("/rows/nobody/name").size());
        assertEquals("countries", answer.at("/meta/1/type/id").textValue());
        assertEquals("none", answer.at("/meta/4/name").textValue());
    }

    @Test
    void settingsChooseLanguageNumberAndCodes() {
        String chari = Atlas.tree("/v1/startups/chari").get("id").textValue();
        JsonNode answer = extend(
                """
                {"ids":["%s"],"properties":[{"id":"sectors","settings":{"limit":"1","content":"codes"}},\
                {"id":"country","settings":{"lang":"ar"}}]}"""
                        .formatted(chari));
        assertEquals(
                "[{\"str\":\"fintech\"}]",
                answer.at("/rows/" + chari + "/sectors").toString());
        assertEquals("المغرب", answer.at("/rows/" + chari + "/country/0/name").textValue());
    }

    @Test
    void referencesAreEntities() {
        JsonNode round = Atlas.tree("/v1/funding_rounds?limit=1").at("/data/0");
        String id = round.get("id").textValue();
        JsonNode answer = extend("{\"ids\":[\"" + id + "\"],\"properties\":[{\"id\":\"startup\"},{\"id\":\"date\"}]}");
        JsonNode startup = answer.at("/rows/" + id + "/startup/0");
        assertEquals(round.get("startup"), startup.get("id"));
        assertEquals(Atlas.tree("/v1/startups/" + startup.get("id").textValue()).get("name"), startup.get("name"));
        assertEquals("startups", answer.at("/meta/0/type/id").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ids\":[]} | required | /properties",
                "{\"properties\":[]} | required | /ids",
                "{\"ids\":[7],\"properties\":[]} | not-a-text | /ids/0",
                "{\"ids\":[],\"properties\":[{}]} | required | /properties/0/id",
                "{\"ids\":[],\"properties\":[{\"id\":\"name\",\"settings\":{\"limit\":\"x\"}}]} | out-of-range"
                        + " | /properties/0/settings/limit",
                "{\"ids\":\"a\",\"properties\":[]} | wrong-type | /ids"
            })
    void malformedExtensionIsAProblemWithItsPlace(String extend, String code, String pointer) {
        ProblemAnswer problem = Atlas.problem(400, Answers.postForm("extend", extend));
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(pointer, problem.errors().get(0).pointer());
    }

    @Test
    void previewIsAPageThatOtherSitesMayFrame() {
        String id = Atlas.tree("/v1/partners/um6p").get("id").textValue();
        Response answer = Atlas.get(200, Answers.PATH + "/preview?id=" + id);
        assertTrue(answer.contentType().startsWith("text/html"), answer.contentType());
        assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors *"));
        String html = answer.asString();
        assertTrue(html.contains("Université Mohammed VI Polytechnique") && html.contains("UM6P"), html);
        Atlas.problem(404, Answers.PATH + "/preview?id=nobody");
        Atlas.problem(400, Answers.PATH + "/preview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"startups/chari", "countries/MA", "sites/technopark-fes"})
    void entityHasAPage(String path) {
        String id = Atlas.tree("/v1/" + path).get("id").textValue();
        String address = Answers.PATH + "/entities/" + id;
        Response page = given().redirects().follow(false).accept("text/html").get(address);
        assertEquals(302, page.statusCode());
        String location = page.header("Location");
        assertTrue(location.startsWith(path.startsWith("sites") ? "/v1/" : "/explore/en/"), location);
        Atlas.get(200, location.split("#")[0]);
        assertEquals(id, Atlas.tree(address).get("id").textValue());
        Atlas.problem(404, Answers.PATH + "/entities/nobody");
    }
}
