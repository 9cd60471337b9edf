package org.startupatlas.network.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.RealBundle;

/** Tests routes through the bundled records. The network is in memory, and does not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledRoutesTest {

    private static final List<String> DESTINATIONS = List.of("JP", "FR", "AE", "US", "plug-and-play");

    @Test
    void everyHopIsInTheListsAndItsEvidenceResolves() {
        int hops = 0;
        for (JsonNode startup : Atlas.tree("/v1/startups?limit=60&fields=id").get("data")) {
            for (String to : DESTINATIONS) {
                Routes routes = Atlas.one(
                        Routes.class, "/v1/startups/" + startup.get("id").textValue() + "/routes?to=" + to);
                for (RouteJson route : routes.data()) {
                    hops += check(routes, route);
                }
                assertEquals(
                        routes.data().size(),
                        routes.data().stream()
                                .map(RouteJson::sentence)
                                .distinct()
                                .count());
            }
        }
        assertTrue(hops > 100, hops + " hops");
    }

    private static int check(Routes routes, RouteJson route) {
        assertEquals(route.hops(), route.chain().size());
        assertEquals(routes.from(), route.chain().get(0).from());
        assertEquals(routes.to(), route.chain().get(route.hops() - 1).to());
        for (int i = 0; i < route.hops(); i++) {
            HopJson hop = route.chain().get(i);
            assertTrue(i == 0 || route.chain().get(i - 1).to().equals(hop.from()), route::toString);
            for (NodeJson end : List.of(hop.from(), hop.to())) {
                JsonNode record = Atlas.tree("/v1/" + end.resource() + "/" + end.id());
                assertEquals(record.get("slug").textValue(), end.slug());
            }
            JsonNode evidence = Atlas.tree(hop.evidence().link());
            assertEquals(evidence.get("slug").textValue(), hop.evidence().slug());
            assertNotEquals("", evidence.at(hop.evidence().pointer()).toString());
        }
        return route.hops();
    }
}
