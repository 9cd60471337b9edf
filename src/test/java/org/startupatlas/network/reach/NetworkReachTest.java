package org.startupatlas.network.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.network.reach.NetworkReach.Destination;
import org.startupatlas.network.route.WrittenNetwork;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.Writes;

/** Tests what startups of written networks reach, and what would change that. Each network has a country of its own. The network is in memory, and does not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(ForWriting.class)
class NetworkReachTest {

    /** No two of them are in the same position, so each pair is a candidate: 142 * 141 / 2 are over 10,000. */
    private static final int PARTNERS_BEYOND_LIMIT = 142;

    /** Countries about which other tests say who is there, and those whose startups are meant. */
    private static final Set<String> OF_OTHER_TESTS = Set.of(
            "FJ", "TO", "WS", "KI", "NR", "TV", "PW", "FM", "MH", "SB", "VU", "BT", "LA", "MN", "NP", "KH", "MV", "GW");

    @Test
    void reachAgreesWithRoutes() {
        WrittenNetwork network = new WrittenNetwork("Agreeing");
        String startup = network.startup("startup", "BT");
        String operator = network.partner("operator");
        network.participation(startup, network.program("program", operator));
        network.agreement(operator, network.partner("abroad", "FJ", "TO"));
        CountryReach reach = Atlas.one(CountryReach.class, "/v1/countries/FJ/reach");
        assertEquals(
                List.of(startup),
                reach.startups().data().stream().map(each -> each.node().id()).toList());
        assertEquals(1, reach.programs().total());
        assertEquals(2, reach.partners().total());
        assertEquals(4, reach.startups().data().get(0).hops());
        assertEquals(3, reach.startups().data().get(0).through().size());
        NetworkReach all = Atlas.one(NetworkReach.class, "/v1/network/reach?from=BT");
        assertEquals(1, all.startups());
        for (Destination destination : all.data()) {
            JsonNode routes = Atlas.tree("/v1/startups/" + startup + "/routes?to="
                            + destination.country().id())
                    .get("data");
            assertEquals(
                    destination.hops(),
                    routes.isEmpty() ? null : (Integer) routes.at("/0/hops").intValue());
        }
        assertEquals(
                List.of("FJ", "TO"),
                all.data().subList(0, 2).stream()
                        .map(destination -> destination.country().id())
                        .toList());
        assertEquals(1, all.data().get(0).independentRoutes());
    }

    @Test
    void routesThatShareNobodyAreIndependent() {
        WrittenNetwork network = new WrittenNetwork("Independent");
        for (int i = 0; i < 2; i++) {
            String startup = network.startup("startup " + i, "LA");
            network.participation(startup, network.program("program " + i, network.partner("operator " + i, "WS")));
        }
        Destination first = Atlas.one(NetworkReach.class, "/v1/network/reach?from=LA")
                .data()
                .get(0);
        assertEquals("WS", first.country().id());
        assertEquals(2, first.independentRoutes());
    }

    @Test
    void whiteSpotsAreRankedByHowCloseTheyAre() {
        WrittenNetwork network = new WrittenNetwork("White");
        String startup = network.create("startups", "startup", ",\"country\":\"MN\",\"sectors\":[\"fintech\"]");
        network.create("startups", "other", ",\"country\":\"MN\",\"sectors\":[\"agritech\"]");
        network.participation(startup, network.program("program", network.partner("operator", "KI")));
        String far = network.partner("far", "NR");
        WhiteSpots spots = Atlas.one(WhiteSpots.class, "/v1/network/white_spots?from=MN&limit=1000");
        List<String> countries = spots.countries().data().stream()
                .map(spot -> spot.country().id())
                .toList();
        assertEquals(spots.countries().total(), countries.size());
        assertTrue(!countries.contains("KI") && !countries.contains("MN"), countries::toString);
        WhiteSpots.OfCountry nauru = spots.countries().data().get(countries.indexOf("NR"));
        assertEquals(1, nauru.hopsFromPartner());
        assertEquals(far, nauru.nearest().get(0).id());
        List<Integer> hops = spots.countries().data().stream()
                .map(WhiteSpots.OfCountry::hopsFromPartner)
                .toList();
        assertEquals(
                hops.stream()
                        .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                        .toList(),
                hops);
        assertEquals(
                List.of("agritech KI"),
                spots.sectors().data().stream()
                        .map(spot -> spot.sector() + " " + spot.country().id())
                        .toList());
    }

    @Test
    void supposedAgreementReachesWhatTheRealOneReaches() {
        WrittenNetwork network = new WrittenNetwork("Supposed");
        String startup = network.startup("startup", "NP");
        String operator = network.partner("operator");
        String abroad = network.partner("abroad", "TV");
        network.participation(startup, network.program("program", operator));
        String body = "{\"agreements\":[{\"parties\":[\"" + operator + "\",\"supposed-abroad\"]}]}";
        WhatIf whatIf = whatIf("NP", body);
        assertEquals(1, whatIf.links());
        assertEquals(1, whatIf.gain());
        assertEquals("TV", whatIf.data().get(0).country().id());
        assertEquals(startup, whatIf.data().get(0).startups().get(0).id());
        assertEquals(
                "If that came about: Tuvalu: Supposed startup took part in Supposed program, run by Supposed operator, which has an agreement"
                        + " with Supposed abroad, which is present there.",
                whatIf.data().get(0).route().sentence().textValue());
        assertEquals(null, whatIf.data().get(0).route().chain().get(2).evidence());
        NextBest best = Atlas.one(NextBest.class, "/v1/network/next_best?from=NP&budget=1");
        assertTrue(best.optimal());
        assertTrue(best.data().get(0).gain() >= 1);
        network.agreement(operator, abroad);
        WhatIf again = whatIf("NP", body);
        assertEquals(0, again.gain());
        assertEquals(List.of(), again.data());
    }

    @Test
    void supposedPresencesAndProgramsCount() {
        WrittenNetwork network = new WrittenNetwork("Program");
        String startup = network.startup("startup", "KH");
        String abroad = network.partner("abroad");
        WhatIf whatIf = whatIf(
                "KH",
                "{\"presences\":[{\"partner\":\"" + abroad + "\",\"country\":\"PW\"}],"
                        + "\"programs\":[{\"name\":\"Gateway\",\"operators\":[\"" + abroad
                        + "\"],\"countries\":[\"FM\"],\"startups\":[\"" + startup + "\"]}]}");
        assertEquals(4, whatIf.links());
        assertEquals(
                List.of("FM 2", "PW 3"),
                whatIf.data().stream()
                        .map(each -> each.country().id() + " " + each.route().hops())
                        .toList());
        assertEquals(
                "If that came about: Micronesia: Program startup took part in Gateway, which is offered there.",
                whatIf.data().get(0).route().sentence().textValue());
    }

    @Test
    void eachSuggestedAgreementGainsWhatSupposingItGains() {
        WrittenNetwork network = new WrittenNetwork("Best");
        String operator = network.partner("operator");
        String program = network.program("program", operator);
        for (int i = 0; i < 3; i++) {
            network.participation(network.startup("startup " + i, "MV"), program);
        }
        network.partner("abroad", "MH", "SB", "VU");
        NextBest best = Atlas.one(NextBest.class, "/v1/network/next_best?from=MV&budget=2");
        NextBest.Suggested first = best.data().get(0);
        NextBest.Suggested second = best.data().get(1);
        assertTrue(first.gain() >= 9, best::toString);
        assertEquals(first.gain(), whatIf("MV", agreements(first)).gain());
        assertEquals(
                first.gain() + second.gain(),
                whatIf("MV", agreements(first, second)).gain());
        assertEquals(false, best.optimal());
    }

    @Test
    void tooManySupposedLinksAreRefused() {
        String parties =
                IntStream.range(0, 143).mapToObj(i -> "\"partner-" + i + "\"").collect(Collectors.joining(","));
        ProblemAnswer problem = Writes.problem(
                Writes.post(422, "/v1/network/what_if", "{\"agreements\":[{\"parties\":[" + parties + "]}]}"));
        assertEquals("too-many-candidates", problem.errors().get(0).code());
    }

    @Test
    void tooManyCandidatesAreRefused() {
        WrittenNetwork network = new WrittenNetwork("Many");
        List<String> operators = new ArrayList<>();
        for (JsonNode country : Atlas.tree("/v1/countries?limit=200&fields=id").get("data")) {
            String code = country.get("id").textValue();
            if (operators.size() < PARTNERS_BEYOND_LIMIT && !OF_OTHER_TESTS.contains(code)) {
                operators.add("{\"partner\":\"" + network.partner(code, code) + "\",\"name\":\"As published\"}");
            }
        }
        String program = network.create("programs", "program", ",\"operators\":" + operators);
        network.participation(network.startup("startup", "GW"), program);
        ProblemAnswer problem = Atlas.problem(422, "/v1/network/next_best?from=GW");
        assertEquals("too-many-candidates", problem.errors().get(0).code());
        assertEquals(
                operators.size(),
                Atlas.one(NetworkReach.class, "/v1/network/reach?from=GW").data().stream()
                        .filter(destination -> destination.hops() != null)
                        .count());
    }

    @Test
    void wrongSuppositionsAreRefusedAtTheirPlace() {
        ProblemAnswer problem = Writes.problem(Writes.post(
                422,
                "/v1/network/what_if",
                "{\"agreements\":[{\"parties\":[\"nobody\",3]}],\"presences\":[{\"partner\":null,\"country\":\"XX\"}],"
                        + "\"program\":[]}"));
        assertEquals(
                List.of(
                        "/program unknown-property",
                        "/agreements/0/parties/0 unknown-reference",
                        "/agreements/0/parties/1 wrong-type",
                        "/presences/0/partner required",
                        "/presences/0/country unknown-reference"),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @Test
    void suppositionsAreNotStored() {
        JsonNode before = Atlas.tree("/v1/meta").get("revision");
        whatIf("MA", "{\"programs\":[{\"name\":\"Nowhere\",\"countries\":[\"JP\"]}]}");
        assertEquals(before, Atlas.tree("/v1/meta").get("revision"));
    }

    private static String agreements(NextBest.Suggested... suggested) {
        return Stream.of(suggested)
                .map(each -> "{\"parties\":[\"" + each.parties().get(0).id() + "\",\""
                        + each.parties().get(1).id() + "\"]}")
                .collect(Collectors.joining(",", "{\"agreements\":[", "]}"));
    }

    private static WhatIf whatIf(String from, String body) {
        return Atlas.read(WhatIf.class, Writes.post(200, "/v1/network/what_if?lang=en&from=" + from, body));
    }
}
