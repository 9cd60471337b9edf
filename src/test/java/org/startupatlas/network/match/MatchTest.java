package org.startupatlas.network.match;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.network.match.FoundMatches.Found;
import org.startupatlas.network.match.FoundMatches.Reason;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;

/** Tests whom records and needs are matched with, and what the answers say of it. */
@QuarkusTest
@TestProfile(ForWriting.class)
class MatchTest {
    @Inject
    SettableDay today;

    @AfterEach
    void realDay() {
        today.set(null);
    }

    @ParameterizedTest
    @CsvSource({"fintech, 1.0000", "insurtech, 0.7500", "crypto_digital_assets, 0.7500", "logistics, 0.0000"})
    void sectorsAreCloseByTheirHierarchy(String sector, BigDecimal closeness) {
        String startup = Written.create("startups", "Sectoral", ",\"sectors\":[\"fintech\"]");
        String program = Written.create("programs", "Sectoral", ",\"sectors\":[\"" + sector + "\"]");
        Found found = FoundMatches.of("startups/" + startup, "programs", program);
        Reason sectors = Stream.concat(found.reasons().stream(), found.unmet().stream())
                .filter(reason -> reason.criterion().equals("sectors"))
                .findFirst()
                .orElseThrow();
        assertEquals(closeness, sectors.closeness());
        assertEquals(closeness.signum() > 0, found.has("sectors"));
        assertEquals(List.of("fintech"), sectors.ours());
        assertEquals(List.of(sector), sectors.theirs());
        assertEquals(
                List.of("startups/" + startup + "/sectors/0", "programs/" + program + "/sectors/0"),
                sectors.evidence().stream()
                        .map(proof -> proof.resource() + "/" + proof.id() + proof.pointer())
                        .toList());
    }

    @Test
    void scoreIsTheMeanByWeightAndAtMostCountsWhatIsUnknown() {
        String startup = Written.create("startups", "Weighed", ",\"sectors\":[\"fintech\"],\"country\":\"MA\"");
        String program = Written.create("programs", "Weighed", ",\"sectors\":[\"fintech\"],\"countries\":[\"FR\"]");
        Found found = FoundMatches.walk("/v1/startups/" + startup
                        + "/matches?limit=200&weights=sectors:3,place:1,stage:4,reach:0,shared:0,track_record:0,language:0,"
                        + "openness:0")
                .stream()
                .filter(match -> match.id().equals(program))
                .findFirst()
                .orElseThrow();
        // Sectors 3 of 3, place 0 of 1, and the stage unknown.
        assertEquals(new BigDecimal("0.3750"), found.score());
        assertEquals(new BigDecimal("0.8750"), found.atMost());
    }

    @Test
    void nothingIsUnmetForWantOfData() {
        String program = Written.create("programs", "Only a name", "");
        Found found = FoundMatches.of("startups/chari", "programs", program);
        assertEquals(List.of(), found.reasons());
        assertEquals(List.of(), found.unmet());
        assertEquals(new BigDecimal("0.0000"), found.score());
        assertEquals(new BigDecimal("1.0000"), found.atMost());
        found.unknown().forEach(reason -> assertNull(reason.closeness(), reason::toString));
    }

    @Test
    void whatIsKnownAlreadyIsMarkedWithItsProof() {
        String startup = Written.create("startups", "Alumna", "");
        String program = Written.create("programs", "Alma mater", "");
        String participation = Written.participate(startup, program, "winner");
        Found found = FoundMatches.of("startups/" + startup, "programs", program);
        assertTrue(found.known());
        assertEquals("participation", found.knownBy().kind());
        assertEquals(participation, found.knownBy().evidence().id());
        Found back = FoundMatches.of("programs/" + program, "startups", startup);
        assertEquals(found.knownBy(), back.knownBy());
        assertFalse(FoundMatches.of("startups/chari", "programs", program).known());
    }

    @Test
    void exhibitorsOfFairsProveNothing() {
        String program = Written.create("programs", "Fair", "");
        String one = Written.create("startups", "Stand one", "");
        String other = Written.create("startups", "Stand two", "");
        Written.participate(one, program, "exhibitor");
        Written.participate(other, program, "exhibitor");
        assertFalse(FoundMatches.of("startups/" + one, "startups", other).has("shared"));
        assertFalse(FoundMatches.of("startups/" + one, "programs", program).has("track_record"));
    }

    @Test
    void sharedProgramIsAReason() {
        String program = Written.create("programs", "School of both", "");
        String one = Written.create("startups", "Classmate one", "");
        String other = Written.create("startups", "Classmate two", "");
        String first = Written.participate(one, program, null);
        String second = Written.participate(other, program, null);
        Reason shared = FoundMatches.of("startups/" + one, "startups", other).reason("shared");
        assertEquals(List.of("programs/school-of-both"), shared.theirs());
        assertEquals(
                List.of(first, second),
                shared.evidence().stream().map(FoundMatches.Proof::id).toList());
    }

    @Test
    void roundsAndStartupsOfProgramsAreTheTrackRecordOfAPartner() {
        String partner = Written.create("partners", "Backer", "");
        String program = Written.create(
                "programs", "Of the backer", ",\"operators\":[{\"partner\":\"" + partner + "\",\"name\":\"Backer\"}]");
        String one = Written.create("startups", "Backed one", "");
        String other = Written.create("startups", "Backed two", "");
        Written.participate(one, program, null);
        Written.create(
                "funding_rounds",
                "Round",
                ",\"startup\":\"" + other + "\",\"investors\":[{\"partner\":\"" + partner + "\",\"name\":\"Backer\"}]");
        Reason record = FoundMatches.of("startups/chari", "partners", partner).reason("track_record");
        assertEquals(2, record.count());
        assertEquals(new BigDecimal("0.4000"), record.closeness());
    }

    @Test
    void windowDecidesHowOpenAProgramIs() {
        String program = Written.create(
                "programs",
                "Windowed",
                ",\"status\":\"active\",\"editions\":[{\"code\":\"first\",\"applications_open\":\"2026-03-01\","
                        + "\"applications_close\":\"2026-03-31\"}]");
        assertEquals(List.of("window_ahead"), openness(program, "2026-02-01"));
        assertEquals(List.of("window_open"), openness(program, "2026-03-31"));
        assertEquals(List.of("running"), openness(program, "2026-04-01"));
        today.set(LocalDate.of(2026, 3, 1));
        assertEquals(
                List.of("window_open"),
                FoundMatches.of("startups/chari", "programs", program)
                        .reason("openness")
                        .theirs());
    }

    private static List<String> openness(String program, String day) {
        return FoundMatches.walk("/v1/startups/chari/matches?limit=200&on=" + day).stream()
                .filter(found -> found.id().equals(program))
                .map(found -> found.reason("openness").theirs())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dealFlowOfPartnersAndProgramsAreStartups() {
        Stream.of("/v1/partners/technopark-morocco/matches", "/v1/programs/morocco-accelerator/matches")
                .map(FoundMatches::of)
                .flatMap(page -> page.data().stream())
                .forEach(found -> assertEquals("startups", found.resource()));
        FoundMatches.of("/v1/startups/chari/matches")
                .data()
                .forEach(found -> assertEquals("programs", found.resource()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"programs", "partners", "countries", "startups"})
    void matchesAreOrderedAndPagesAreOneList(String with) {
        String path = "/v1/startups/chari/matches?with=" + with;
        List<Found> all = FoundMatches.walk(path + "&limit=200");
        // Each page ranks all candidates anew, and the tests before have written thousands.
        int limit = Math.min(all.size() / 12 + 1, 199);
        assertEquals(all, FoundMatches.walk(path + "&limit=" + limit));
        for (int i = 1; i < all.size(); i++) {
            Found before = all.get(i - 1);
            Found after = all.get(i);
            int byScore = before.score().compareTo(after.score());
            int byAtMost = before.atMost().compareTo(after.atMost());
            assertTrue(
                    byScore > 0
                            || byScore == 0
                                    && (byAtMost > 0
                                            || byAtMost == 0 && before.id().compareTo(after.id()) < 0),
                    () -> before + " " + after);
        }
    }

    @Test
    void needIsMatchedByWhatItNames() {
        String partner = Written.create("partners", "In Japan", ",\"presences\":[{\"country\":\"JP\"}]");
        Response answer = given().contentType("application/json")
                .body("{\"countries\":[\"JP\"],\"pillars\":[]}")
                .post("/v1/matches?with=partners&weights=track_record:0,openness:0&min_score=1");
        assertEquals(200, answer.statusCode(), answer::asString);
        FoundMatches found = Atlas.read(FoundMatches.class, answer);
        assertTrue(found.data().stream().anyMatch(match -> match.id().equals(partner)));
        found.data()
                .forEach(match -> assertEquals(
                        List.of("reach"),
                        match.reasons().stream().map(Reason::criterion).toList()));
        assertEquals("1+request", found.meta().weightsVersion());
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void wrongNeedIsRejected() {
        Response answer = given().contentType("application/json")
                .body("{\"sectors\":[\"fintek\"],\"stage\":1,\"countrys\":[]}")
                .post("/v1/matches");
        ProblemAnswer problem = Atlas.problem(422, answer);
        assertEquals(
                List.of("/countrys unknown-property", "/stage wrong-type", "/sectors/0 unknown-code"),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
        assertEquals(
                "'fintek' is none of the codes of /v1/vocabularies/sectors.",
                problem.errors().get(2).detail());
    }

    @ParameterizedTest
    @CsvSource({
        "with=sites, with, unknown-value",
        "weights=sector:1, weights, unknown-value",
        "weights=sectors:101, weights, invalid-weight",
        "weights=sectors, weights, invalid-weight",
        "on=2026-13-01, on, invalid-value",
        "'weights=sectors:1,sectors:2', weights, repeated-value",
        "min_score=abc, min_score, invalid-value",
        "min_score=1.1, min_score, number-out-of-range",
        "known=maybe, known, unknown-value",
        "pillars=money, pillars, unknown-value",
        "as_of=1, as_of, unknown-parameter",
        "participations.program=x, participations.program, unknown-parameter",
        "operators.partner.types=investor, operators.partner.types, not-own-field",
        "cursor=x, cursor, invalid-cursor"
    })
    void wrongParametersAreRejected(String query, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups/chari/matches?" + query);
        assertEquals(
                List.of(parameter + " " + code),
                problem.errors().stream()
                        .map(error -> error.parameter() + " " + error.code())
                        .toList());
    }

    @Test
    void cursorIsOfOneQuery() {
        String cursor =
                FoundMatches.of("/v1/startups/chari/matches?limit=1").page().nextCursor();
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups/chari/matches?with=partners&cursor=" + cursor);
        assertEquals("cursor-of-another-query", problem.errors().get(0).code());
    }

    @Test
    void filtersOfTheCandidatesApply() {
        List<Found> found =
                FoundMatches.walk("/v1/startups/chari/matches?limit=200&type=acceleration&stages__exists=true");
        assertFalse(found.isEmpty());
        found.forEach(match -> assertEquals(
                "acceleration", Atlas.tree(match.link()).get("type").textValue()));
    }

    @Test
    void recordIsNoMatchOfItself() {
        assertFalse(FoundMatches.all("startups/chari", "startups")
                .containsKey(Atlas.tree("/v1/startups/chari").get("id").textValue()));
    }

    @Test
    void operatorKnowsTheStartupsOfItsPrograms() {
        String operator = Written.create("partners", "Knowing operator", "");
        String program = Written.create(
                "programs", "Known program", ",\"operators\":[{\"partner\":\"" + operator + "\",\"name\":\"x\"}]");
        String startup = Written.create("startups", "Known startup", "");
        String stand = Written.create("startups", "Known stand", "");
        String participation = Written.participate(startup, program, "winner");
        Written.participate(stand, program, "exhibitor");
        Found found = FoundMatches.of("partners/" + operator, "startups", startup);
        assertEquals(participation, found.knownBy().evidence().id());
        assertEquals(
                found.knownBy(),
                FoundMatches.of("startups/" + startup, "partners", operator).knownBy());
        assertFalse(FoundMatches.of("partners/" + operator, "startups", stand).known());
    }

    @Test
    void trackRecordOfAPartnerIsNotTheSubjectItself() {
        String startup = Written.create("startups", "Only one", "");
        String program = Written.create("programs", "Program of one", "");
        Written.participate(startup, program, "winner");
        assertFalse(FoundMatches.of("startups/" + startup, "programs", program).has("track_record"));
    }

    @Test
    void seatAloneDoesNotSayWhereAPartnerIsNot() {
        String startup =
                Written.create("startups", "Seeks Papua", ",\"country\":\"MA\",\"markets\":[{\"country\":\"PG\"}]");
        String seat = Written.create("partners", "Seat only", ",\"country\":\"FR\"");
        String present =
                Written.create("partners", "With presence", ",\"country\":\"FR\",\"presences\":[{\"country\":\"DE\"}]");
        String path = "startups/" + startup;
        Reason unknown = FoundMatches.of(path, "partners", seat).unknown().stream()
                .filter(reason -> reason.criterion().equals("reach"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "Not known of this match: countries reached.",
                unknown.sentence().get("en").textValue());
        Reason back = FoundMatches.of("partners/" + seat, "startups", startup).unknown().stream()
                .filter(reason -> reason.criterion().equals("reach"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "Not known on the asking side: countries reached.",
                back.sentence().get("en").textValue());
        assertTrue(FoundMatches.of(path, "partners", present).unmet().stream()
                .anyMatch(reason -> reason.criterion().equals("reach")));
        assertTrue(FoundMatches.of(path, "partners", present).unmet().stream()
                .noneMatch(reason -> reason.criterion().equals("language")));
    }

    @Test
    void startupsThatAreYetToBeFoundedAreNoMatches() {
        String startup = Written.create("startups", "Of the future", ",\"founded\":\"2024-06\"");
        String path = "/v1/programs/212-founders/matches?id=" + startup + "&on=";
        assertTrue(FoundMatches.walk(path + "2024-05-31").stream()
                .noneMatch(match -> match.id().equals(startup)));
        assertTrue(FoundMatches.walk(path + "2024-06-01").stream()
                .anyMatch(match -> match.id().equals(startup)));
    }

    @Test
    void countriesHaveNamesInTheLanguageOfTheRequest() {
        assertEquals(
                "Tunisie",
                FoundMatches.walk("/v1/startups/chari/matches?with=countries&lang=fr&limit=200").stream()
                        .filter(match -> match.id().equals("TN"))
                        .findFirst()
                        .orElseThrow()
                        .name());
    }

    @Test
    void matchesThatAreLinkedAlreadyCanBeLeftOut() {
        List<Found> all = FoundMatches.walk("/v1/startups/chari/matches?with=partners&limit=200");
        List<Found> linked = FoundMatches.walk("/v1/startups/chari/matches?with=partners&known=true&limit=2");
        List<Found> others = FoundMatches.walk("/v1/startups/chari/matches?with=partners&known=false&limit=200");
        assertFalse(linked.isEmpty());
        assertEquals(all.stream().filter(Found::known).toList(), linked);
        assertEquals(all.stream().filter(match -> !match.known()).toList(), others);
    }

    @Test
    void reasonsAreSentencesInThreeLanguages() {
        String startup = Written.create("startups", "Spoken", ",\"country\":\"MA\"");
        String program = Written.create("programs", "Spoken", ",\"countries\":[\"MA\"]");
        String path = "startups/" + startup;
        Reason all = FoundMatches.of(path, "programs", program).reason("place");
        assertEquals(
                "Both are in the same country: Morocco.",
                all.sentence().get("en").textValue());
        assertEquals(
                "Tous deux se trouvent dans le même pays : Maroc.",
                all.sentence().get("fr").textValue());
        assertEquals(
                "كلا الطرفين في البلد نفسه: المغرب.", all.sentence().get("ar").textValue());
        FoundMatches french = FoundMatches.of("/v1/" + path + "/matches?lang=fr&limit=1");
        assertTrue(
                french.data().get(0).all().allMatch(reason -> reason.sentence().isTextual()));
        assertEquals(
                "fr", Atlas.get(200, "/v1/" + path + "/matches?lang=fr&limit=1").header("Content-Language"));
    }

    @Test
    void answersAreCachedUntilTheDayOrTheRevisionChanges() {
        String path = "/v1/startups/chari/matches?with=partners";
        today.set(LocalDate.of(2026, 11, 30));
        Response first = Atlas.get(200, path);
        assertArrayEquals(first.asByteArray(), Atlas.get(200, path).asByteArray());
        assertEquals(
                304,
                given().header("If-None-Match", first.header("ETag")).get(path).statusCode());
        assertEquals(first.header("Atlas-Revision"), first.jsonPath().getString("meta.revision"));
        today.set(LocalDate.of(2026, 12, 1));
        assertEquals(
                200,
                given().header("If-None-Match", first.header("ETag")).get(path).statusCode());
        assertEquals("2026-12-01", Atlas.get(200, path).jsonPath().getString("meta.on"));
    }

    @Test
    void formerSlugsRedirectAndUnknownRecordsAreNotFound() {
        assertEquals(404, given().get("/v1/startups/no-such-startup/matches").statusCode());
        assertEquals(405, given().post("/v1/startups/chari/matches").statusCode());
        String startup = Written.create("startups", "Renamed matcher", "");
        Written.change("startups", startup, "\"slug\":\"renamed-matcher-now\"");
        Response moved = given().redirects().follow(false).get("/v1/startups/renamed-matcher/matches?limit=1");
        assertEquals(308, moved.statusCode());
        assertEquals("/v1/startups/renamed-matcher-now/matches?limit=1", moved.header("Location"));
    }

    @Test
    void relationsOfTheSameRecordsAreStillServed() {
        assertEquals(200, given().get("/v1/startups/chari/programs").statusCode());
        assertEquals(200, given().get("/v1/startups/chari/history").statusCode());
        Writes.post(404, "/v1/startups/chari/no_such_relation", "{}");
    }
}
