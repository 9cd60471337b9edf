package org.startupatlas.network.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;

/** Tests routes through written networks. */
@QuarkusTest
@TestProfile(ForWriting.class)
class RoutesTest {

    private static final String CHAIN = "participation operator agreement presence";

    @Inject
    SettableDay today;

    @AfterEach
    void setRealDay() {
        today.set(null);
    }

    @Test
    void chainLeadsThroughProgramOperatorAgreementAndPresence() {
        WrittenNetwork network = new WrittenNetwork("Chain");
        String startup = network.startup("startup");
        String operator = network.partner("operator");
        String abroad = network.partner("abroad", "JP");
        String program = network.program("program", operator);
        String participation = network.participation(startup, program);
        String agreement = network.agreement(operator, abroad);
        RouteJson route = only(routes(startup, "JP"));
        assertEquals(CHAIN, kinds(route));
        assertEquals(4, route.hops());
        assertEquals(List.of(startup, program, operator, abroad, "JP"), ends(route));
        assertEquals(
                List.of(
                        "/v1/participations/" + participation,
                        "/v1/programs/" + program,
                        "/v1/agreements/" + agreement,
                        "/v1/partners/" + abroad),
                route.chain().stream().map(hop -> hop.evidence().link()).toList());
        assertEquals("/parties", route.chain().get(2).evidence().pointer());
        assertEquals("2024-05-29", route.chain().get(2).since());
        assertEquals("signed", route.chain().get(2).status());
        assertEquals(
                List.of("press"),
                route.chain().get(2).sources().stream()
                        .map(HopJson.SourceJson::publisher)
                        .toList());
        assertTrue(route.chain().stream().allMatch(hop -> hop.validity().equals("valid")), route::toString);
        assertEquals(
                "Japan: Chain startup took part in Chain program, run by Chain operator, which has an agreement with"
                        + " Chain abroad, which is present there.",
                route.sentence().textValue());
        assertEquals(
                "Japon\u00a0: Chain startup a participé à Chain program, programme opéré par Chain operator, qui a un"
                        + " accord avec Chain abroad, qui y a une implantation.",
                only(routes(startup, "JP&lang=fr")).sentence().textValue());
        assertTrue(only(routes(startup, "JP&lang=ar"))
                .sentence()
                .textValue()
                .startsWith("اليابان: شاركت شركة Chain startup"));
    }

    @Test
    void endedAgreementBreaksTheRoute() {
        WrittenNetwork network = new WrittenNetwork("Ended");
        String startup = network.startup("startup");
        String operator = network.partner("operator");
        String abroad = network.partner("abroad", "KR");
        network.participation(startup, network.program("program", operator));
        String agreement = network.agreement(operator, abroad);
        assertEquals(1, routes(startup, "KR").data().size());
        assertEquals(0, routes(startup, "KR&on=2024-05-28").data().size());
        assertEquals(1, routes(startup, "KR&on=2024-05-29").data().size());
        Writes.patch(200, "/v1/agreements/" + agreement, 1, "{\"status\":\"ended\"}");
        assertEquals(0, routes(startup, "KR").data().size());
    }

    @Test
    void standAtAFairLeadsNowhere() {
        WrittenNetwork network = new WrittenNetwork("Fair");
        String startup = network.startup("startup");
        String stand = network.participation(startup, network.program("fair", network.partner("organiser", "TL")));
        assertEquals(1, routes(startup, "TL").data().size());
        Writes.patch(200, "/v1/participations/" + stand, 1, "{\"outcome\":\"exhibitor\"}");
        assertEquals(0, routes(startup, "TL").data().size());
    }

    @Test
    void whatIsNotKnownToBeValidIsAllowedAndSaid() {
        WrittenNetwork network = new WrittenNetwork("Unknown");
        String startup = network.startup("startup");
        String operator = network.create("partners", "operator", ",\"country\":\"IS\"");
        network.participation(startup, network.program("program", operator));
        List<String> validities = only(routes(startup, "IS")).chain().stream()
                .map(HopJson::validity)
                .toList();
        assertEquals(List.of("valid", "valid", "unknown"), validities);
    }

    @Test
    void routesDifferAndTheShortestComesFirst() {
        WrittenNetwork network = new WrittenNetwork("Differing");
        String startup = network.startup("startup");
        String operator = network.partner("operator");
        String one = network.partner("one", "VN");
        String two = network.partner("two", "VN");
        String direct = network.partner("direct", "VN");
        network.participation(startup, network.program("long", operator));
        network.participation(startup, network.program("short", direct));
        network.agreement(operator, one);
        network.agreement(operator, two);
        List<RouteJson> routes = routes(startup, "VN").data();
        assertEquals(List.of(3, 4, 4), routes.stream().map(RouteJson::hops).toList());
        assertEquals(3, routes.stream().map(RoutesTest::ends).distinct().count());
        assertTrue(ends(routes.get(0)).contains(direct));
    }

    @Test
    void routeLeadsToPartnersAndProgramsBySlug() {
        WrittenNetwork network = new WrittenNetwork("Organisation");
        String startup = network.startup("startup");
        String operator = network.partner("operator");
        String other = network.partner("other");
        network.participation(startup, network.program("program", operator));
        String next = network.program("next", other);
        network.agreement(operator, other);
        assertEquals(3, only(routes(startup, "organisation-other")).hops());
        assertEquals(3, only(routes(startup, "partners/organisation-other")).hops());
        assertEquals(4, only(routes(startup, next)).hops());
        assertTrue(only(routes(startup, other)).sentence().textValue().startsWith("Organisation startup took part in"));
    }

    @Test
    void membersOfOneNetworkDoNotIntroduceEachOther() {
        WrittenNetwork network = new WrittenNetwork("Members");
        String startup = network.startup("startup");
        String hub = network.partner("hub", "SG");
        String operator = network.create("partners", "operator", ",\"networks\":[\"" + hub + "\"]");
        network.create("partners", "member", ",\"country\":\"NZ\",\"networks\":[\"" + hub + "\"]");
        network.participation(startup, network.program("program", operator));
        assertEquals("participation operator membership presence", kinds(only(routes(startup, "SG"))));
        assertEquals(0, routes(startup, "NZ").data().size());
    }

    @Test
    void renamingChangesNamesOnly() {
        WrittenNetwork network = new WrittenNetwork("Renaming");
        String startup = network.startup("startup");
        String operator = network.partner("operator");
        String abroad = network.partner("abroad", "PE");
        network.participation(startup, network.program("program", operator));
        network.agreement(operator, abroad);
        Routes before = routes(startup, "PE");
        Writes.patch(200, "/v1/partners/" + abroad, 1, "{\"name\":\"AAA renamed\"}");
        Routes after = routes(startup, "PE");
        assertEquals(ends(only(before)), ends(only(after)));
        assertEquals(only(before).strength(), only(after).strength());
        assertTrue(only(after).sentence().textValue().contains("AAA renamed"));
    }

    @Test
    void closedStartupReachesNothing() {
        WrittenNetwork network = new WrittenNetwork("Closed");
        String startup = network.create("startups", "startup", ",\"country\":\"MA\",\"closed\":\"2024\"");
        assertEquals(1, routes(startup, "MA&on=2023-01-01").data().size());
        assertEquals(0, routes(startup, "MA&on=2025-01-01").data().size());
    }

    @Test
    void answerDependsOnTheDayAndIsRevalidated() {
        WrittenNetwork network = new WrittenNetwork("Tag");
        String startup = network.startup("startup", "MA");
        String path = "/v1/startups/" + startup + "/routes?to=MA&lang=en";
        today.set(LocalDate.of(2026, 11, 30));
        Response first = Atlas.get(200, path);
        assertEquals("en", first.header("Content-Language"));
        assertEquals("public, max-age=0, s-maxage=60", first.header("Cache-Control"));
        // A request that waits for a revision is not answered from the cache.
        assertArrayEquals(
                first.asByteArray(), Atlas.get(200, path + "&min_revision=0").asByteArray());
        today.set(LocalDate.of(2026, 12, 1));
        Response next = Atlas.get(200, path);
        assertNotEquals(first.header("ETag"), next.header("ETag"));
        assertEquals("2026-12-01", Atlas.read(Routes.class, next).meta().on());
    }

    @ParameterizedTest
    @CsvSource({
        "to=XX, to, unknown-reference",
        "lang=en, to, required",
        "to=JP&on=2024, on, invalid-value",
        "to=JP&on=2024-02-30, on, invalid-value",
        "to=JP&lang=de, lang, unknown-value",
        "to=JP&form=MA, form, unknown-parameter",
        "to=JP&to=FR, to, repeated-parameter"
    })
    void wrongParametersAreRejected(String query, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/startups/chari/routes?" + query);
        assertEquals(
                List.of(parameter + " " + code),
                problem.errors().stream()
                        .map(error -> error.parameter() + " " + error.code())
                        .toList());
    }

    @Test
    void formerSlugLeadsToTheRoutes() {
        WrittenNetwork network = new WrittenNetwork("Former");
        String startup = network.startup("startup", "MA");
        Writes.patch(200, "/v1/startups/" + startup, 1, "{\"slug\":\"former-renamed\"}");
        assertEquals(startup, routes("former-startup", "MA").from().id());
        assertEquals("former-renamed", routes("former-startup", "MA").from().slug());
    }

    @Test
    void unrelatedRecordsChangeNothing() {
        WrittenNetwork network = new WrittenNetwork("Unrelated");
        String startup = network.startup("startup");
        String operator = network.partner("operator", "UY");
        network.participation(startup, network.program("program", operator));
        List<RouteJson> before = routes(startup, "UY").data();
        network.agreement(network.partner("one", "UY"), network.partner("two", "PY"));
        network.participation(network.startup("other"), network.program("other", network.partner("three", "UY")));
        assertEquals(before, routes(startup, "UY").data());
    }

    @Test
    void unknownStartupIsNotFound() {
        assertEquals(
                "unknown-record",
                Atlas.problem(404, "/v1/startups/nobody/routes?to=JP").code());
    }

    @Test
    void withoutLanguageASentenceIsInAllThree() {
        WrittenNetwork network = new WrittenNetwork("Languages");
        String startup = network.startup("startup");
        network.participation(startup, network.program("program", network.partner("operator", "JP")));
        Routes routes = Atlas.one(Routes.class, "/v1/startups/" + startup + "/routes?to=JP");
        assertNull(routes.meta().lang());
        assertEquals(
                only(routes(startup, "JP&lang=fr")).sentence(),
                only(routes).sentence().get("fr"));
        assertEquals(
                only(routes(startup, "JP&lang=ar")).sentence(),
                only(routes).sentence().get("ar"));
        assertEquals(
                only(routes(startup, "JP&lang=en")).sentence(),
                only(routes).sentence().get("en"));
    }

    private static Routes routes(String startup, String to) {
        String language = to.contains("lang=") ? "" : "&lang=en";
        return Atlas.one(Routes.class, "/v1/startups/" + startup + "/routes?to=" + to + language);
    }

    private static RouteJson only(Routes routes) {
        assertEquals(1, routes.data().size(), routes::toString);
        return routes.data().get(0);
    }

    private static String kinds(RouteJson route) {
        return String.join(" ", route.chain().stream().map(HopJson::kind).toList());
    }

    private static List<String> ends(RouteJson route) {
        List<String> ends = new ArrayList<>();
        ends.add(route.chain().get(0).from().id());
        route.chain().forEach(hop -> ends.add(hop.to().id()));
        return ends;
    }
}
