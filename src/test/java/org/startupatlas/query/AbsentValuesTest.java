package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Writes;

/** Tests the reasons that claims give for absent values, and the filter on them. */
@QuarkusTest
@TestProfile(ForWriting.class)
class AbsentValuesTest {
    private static final String CLAIM =
            ",\"provenance\":[{\"field\":\"%s\",\"absent\":\"%s\",\"used\":true,\"publisher\":\"a\",\"confidence\":\"reported\"}]";

    private static String claim(String field, String reason) {
        return CLAIM.formatted(field, reason);
    }

    @Test
    void listsAreFilteredByTheReason() {
        StartupRecord secret = Writes.createStartup("Absent secret", claim("website", "not_public"));
        StartupRecord sought = Writes.createStartup("Absent sought", claim("website", "not_found"));
        StartupRecord city = Writes.createStartup("Absent city", claim("city", "not_public"));
        assertEquals(List.of(secret), found("website__absent=not_public"));
        assertEquals(List.of(secret, sought), found("website__absent=not_public,not_found"));
        assertEquals(List.of(city), found("city__absent=not_public"));
        assertEquals(List.of(), found("website__absent=not_public&city__absent=not_public"));
        assertEquals("not_public", secret.provenance().get(0).absent());
    }

    @Test
    void twoAbsentFieldsAreTwoClaims() {
        StartupRecord both = Writes.createStartup(
                "Absent both",
                ",\"provenance\":[{\"field\":\"stage\",\"absent\":\"withheld\",\"used\":true,\"publisher\":\"a\",\"confidence\":\"reported\"},"
                        + "{\"field\":\"headcount\",\"absent\":\"not_public\",\"used\":true,\"publisher\":\"a\",\"confidence\":\"reported\"}]");
        assertEquals(List.of(both), found("stage__absent=withheld&headcount__absent=not_public"));
        assertEquals(List.of(), found("stage__absent=not_public&headcount__absent=withheld"));
    }

    @Test
    void filledFieldIsNoLongerAbsent() {
        StartupRecord startup = Writes.createStartup("Absent then known", claim("summary.fr", "not_found"));
        assertEquals(List.of(startup), found("summary.fr__absent=not_found"));
        Writes.patch(200, Atlas.path(startup), 1, "{\"summary\":{\"fr\":\"Connue\"}}");
        assertEquals(List.of(), found("summary.fr__absent=not_found"));
    }

    @Test
    void listsOfValuesCanBeAbsentToo() {
        StartupRecord startup = Writes.createStartup("Absent markets", claim("markets", "not_applicable"));
        StartupRecord sectors = Writes.createStartup("Absent sectors", claim("sectors", "not_applicable"));
        assertEquals(List.of(startup), found("markets__absent=not_applicable"));
        assertEquals(List.of(sectors), found("sectors__absent=not_applicable"));
    }

    private static List<StartupRecord> found(String filter) {
        return Atlas.page(StartupRecord.class, "/v1/startups?name__starts=absent&" + filter)
                .data();
    }

    @ParameterizedTest
    @CsvSource({
        "website__absent=secret, unknown-value",
        "website__absent=, empty-value",
        "markets.country__absent=not_found, unfit-operator",
        "slug__absent=not_found, unfit-operator",
        "name__absent=not_found, unfit-operator",
        "participations.edition__absent=not_found, unfit-operator"
    })
    void wrongFilterIsRejected(String filter, String code) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups?" + filter);
        assertEquals(code, problem.errors().get(0).code());
    }

    @Test
    void claimHasAValueOrAReason() {
        ProblemAnswer both = Atlas.problem(
                422,
                Writes.post(
                        422,
                        "/v1/startups",
                        "{\"name\":\"Both\",\"provenance\":[{\"field\":\"city\",\"value\":\"Fès\",\"absent\":\"not_found\",\"used\":true,"
                                + "\"publisher\":\"a\",\"confidence\":\"reported\"}]}"));
        assertEquals("/provenance/0/absent", both.errors().get(0).pointer());
        assertEquals("absent-with-value", both.errors().get(0).code());
        ProblemAnswer whole = Atlas.problem(
                422,
                Writes.post(
                        422,
                        "/v1/startups",
                        "{\"name\":\"Whole\",\"provenance\":[{\"absent\":\"not_found\",\"used\":true,\"publisher\":\"a\",\"confidence\":\"reported\"}]}"));
        assertEquals("absent-without-field", whole.errors().get(0).code());
    }

    @Test
    void metaListsReasonsAndOperators() {
        JsonNode website = null;
        for (JsonNode filter : Atlas.tree("/v1/meta").at("/resources/startups/filters")) {
            website = filter.get("name").textValue().equals("website") ? filter : website;
        }
        assertTrue(website.get("operators").toString().contains("\"absent\""), website.toString());
        assertEquals(
                List.of("not_public", "not_found", "not_applicable", "withheld"),
                Atlas.tree("/v1/vocabularies/absence_reasons").findValuesAsText("code"));
    }
}
