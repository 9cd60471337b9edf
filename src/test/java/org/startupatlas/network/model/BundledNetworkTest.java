package org.startupatlas.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests the network of the bundled records. */
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledNetworkTest {

    @Inject
    NetworkModel model;

    @Test
    void everyRecordOfTheListsIsANode() {
        Map<String, Long> nodes = model.read(network -> network.nodes()
                .collect(Collectors.groupingBy(node -> node.key().resource(), TreeMap::new, Collectors.counting())));
        Map<String, Long> lists = new TreeMap<>();
        Stream.of("countries", "partners", "programs", "startups")
                .forEach(resource -> lists.put(resource, Atlas.total("/v1/" + resource + "?limit=1")));
        assertEquals(lists, nodes);
    }

    @Test
    void everyLinkIsProvenByTheRecordAtItsPointer() {
        Map<RecordKey, JsonNode> records = records();
        List<Link> links = model.read(network -> network.links().toList());
        assertEquals(
                links.stream()
                        .sorted(Comparator.comparing(Link::from).thenComparing(Link.ORDER))
                        .toList(),
                links);
        for (Link link : links) {
            JsonNode record = records.get(link.evidence().record());
            assertEquals(record.get("slug").textValue(), link.evidence().slug());
            assertEquals(record.get("name").textValue(), link.evidence().name());
            String proof = record.at(link.evidence().pointer()).toString();
            assertTrue(proof.length() > 2, link::toString);
            if (link.kind() == LinkKind.RESIDENCE) {
                proof = records.get(new RecordKey("sites", record.get("site").textValue()))
                        .toString();
            }
            String ends = proof + record.get("id") + record.get("startup") + record.get("parties");
            assertTrue(ends.contains("\"" + link.from().id() + "\""), link::toString);
            assertTrue(ends.contains("\"" + link.to().id() + "\""), link::toString);
            assertTrue(records.containsKey(link.from()) && records.containsKey(link.to()), link::toString);
            // Other tests of the same application write records without claims.
            assertEquals(record.get("provenance").isEmpty(), link.sources().isEmpty(), link::toString);
        }
    }

    @Test
    void everyReferenceToAPartnerOrACountryIsALink() {
        Map<LinkKind, Long> expected = new EnumMap<>(LinkKind.class);
        records().forEach((key, record) -> {
            count(expected, LinkKind.SEAT, List.of("startups", "partners"), key, record.at("/country"));
            count(expected, LinkKind.PARTICIPATION, List.of("participations"), key, record.at("/program"));
            count(expected, LinkKind.STEWARD, List.of("startups"), key, record.at("/steward"));
            record.path("markets").forEach(each -> add(expected, LinkKind.MARKET, each.get("country")));
            record.path("presences").forEach(each -> add(expected, LinkKind.PRESENCE, each.get("country")));
            record.path("networks").forEach(each -> add(expected, LinkKind.MEMBERSHIP, each));
            record.path("countries").forEach(each -> add(expected, LinkKind.OFFERED_IN, each));
            record.path("operators").forEach(each -> add(expected, LinkKind.OPERATOR, each.get("partner")));
            record.path("investors").forEach(each -> add(expected, LinkKind.INVESTMENT, each.get("partner")));
        });
        Map<LinkKind, Long> links = model.read(network -> network.links()
                .filter(link -> expected.containsKey(link.kind()))
                .collect(
                        Collectors.groupingBy(Link::kind, () -> new EnumMap<>(LinkKind.class), Collectors.counting())));
        assertEquals(expected, links);
    }

    private static void count(
            Map<LinkKind, Long> counts, LinkKind kind, List<String> resources, RecordKey key, JsonNode value) {
        if (resources.contains(key.resource())) {
            add(counts, kind, value);
        }
    }

    private static void add(Map<LinkKind, Long> counts, LinkKind kind, JsonNode value) {
        if (value.isTextual()) {
            counts.merge(kind, 1L, Long::sum);
        }
    }

    private static Map<RecordKey, JsonNode> records() {
        Map<RecordKey, JsonNode> records = new HashMap<>();
        for (String resource : ContributionReader.RESOURCES) {
            for (JsonNode record : Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200")) {
                records.put(new RecordKey(resource, record.get("id").textValue()), record);
            }
        }
        return records;
    }
}
