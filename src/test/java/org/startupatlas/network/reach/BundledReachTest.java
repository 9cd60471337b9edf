package org.startupatlas.network.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.Role;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RoutesTo;
import org.startupatlas.network.route.Strengths;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.RealBundle;
import org.startupatlas.testing.Writes;

/** Tests reach in the network of the bundled records. The network is in memory, and does not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledReachTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Inject
    NetworkModel model;

    @Inject
    Strengths strengths;

    @Test
    void reachedCountriesAreThoseWithARouteAndNoRouteComesToANodeTwice() {
        int routes = model.read(network -> {
            ChainGraph graph = ChainGraph.of(network, DAY, strengths);
            List<RecordKey> startups =
                    network.startups().stream().map(Startup::key).toList();
            ReachSets sets = new ReachSets(graph, startups);
            int found = 0;
            for (int i = 0; i < sets.countries().size(); i++) {
                RoutesTo routesTo = RoutesTo.in(graph, sets.countries().get(i));
                for (RecordKey startup : startups) {
                    Optional<Route> route = routesTo.from(startup);
                    assertEquals(route.isPresent(), sets.countriesOf(startup).get(i), startup + " " + i);
                    route.ifPresent(BundledReachTest::assertFitsTogether);
                    found += route.isPresent() ? 1 : 0;
                }
            }
            return found;
        });
        assertTrue(routes > 2_000, routes + " routes");
    }

    private static void assertFitsTogether(Route route) {
        List<RecordKey> nodes = new ArrayList<>(route.inner());
        nodes.add(route.from());
        nodes.add(route.to());
        assertEquals(nodes.size(), new HashSet<>(nodes).size(), route::toString);
        Role role = Role.ofBeginning(route.from());
        for (int i = 0; i < route.hops().size(); i++) {
            assertTrue(route.hops().get(i).step().isAllowedFrom(role), route::toString);
            assertTrue(i == 0
                    || route.hops().get(i).from().equals(route.hops().get(i - 1).to()));
            role = route.hops().get(i).step().to();
        }
    }

    @Test
    void everySuggestedAgreementGainsWhatReachGrowsBy() {
        NextBest best = Atlas.one(NextBest.class, "/v1/network/next_best?budget=3");
        assertEquals(3, best.data().size());
        long[] gains = best.data().stream().mapToLong(NextBest.Suggested::gain).toArray();
        StringBuilder agreements = new StringBuilder();
        long total = 0;
        for (int i = 0; i < gains.length; i++) {
            agreements
                    .append(i == 0 ? "" : ",")
                    .append(best.data().get(i).parties().stream()
                            .map(party -> "\"" + party.id() + "\"")
                            .collect(Collectors.joining(",", "{\"parties\":[", "]}")));
            total += gains[i];
            WhatIf whatIf = Atlas.read(
                    WhatIf.class, Writes.post(200, "/v1/network/what_if", "{\"agreements\":[" + agreements + "]}"));
            // Startups of other countries gain too.
            long others = whatIf.gain() - total;
            assertTrue(others >= 0 && others < total / 10, best + " " + whatIf.gain());
        }
    }

    @Test
    void supposingWhatExistsChangesNothing() {
        List<String> agreements = new ArrayList<>();
        for (JsonNode agreement : Atlas.walk(JsonNode.class, "/v1/agreements?status=signed&signed__exists=true")) {
            List<String> parties = new ArrayList<>();
            agreement
                    .get("parties")
                    .forEach(party -> parties.add(party.get("partner").toString()));
            parties.remove("null");
            if (parties.size() > 1 && !parties.contains("null")) {
                agreements.add("{\"parties\":" + parties + "}");
            }
        }
        assertTrue(agreements.size() > 20, agreements::toString);
        WhatIf whatIf = Atlas.read(
                WhatIf.class,
                Writes.post(
                        200,
                        "/v1/network/what_if?on=2026-11-30",
                        "{\"agreements\":[" + String.join(",", agreements) + "]}"));
        assertEquals(0, whatIf.gain());
        assertTrue(whatIf.links() > agreements.size());
    }

    @Test
    void whiteSpotsAreThoseThatReachDoesNotName() {
        NetworkReach reach = Atlas.one(NetworkReach.class, "/v1/network/reach");
        WhiteSpots spots = Atlas.one(WhiteSpots.class, "/v1/network/white_spots?limit=1000");
        assertEquals(
                reach.data().stream()
                        .filter(destination -> destination.hops() == null)
                        .map(destination -> destination.country().id())
                        .sorted()
                        .toList(),
                spots.countries().data().stream()
                        .map(spot -> spot.country().id())
                        .sorted()
                        .toList());
    }
}
