package org.startupatlas.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.record.RecordJson;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;

/** Tests that a network depends on its records only, not on how it came to them. */
@QuarkusTest
@H2Only
class NetworkTest {

    @Inject
    ObjectMapper json;

    /** References lead to records that come later, or are gone for a while. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderOfChangesDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Map<RecordKey, Optional<Contribution>> records = contributions();
        Network expected = new Network();
        expected.apply(records, 1);

        Network network = new Network();
        List<RecordKey> keys = new ArrayList<>(records.keySet());
        Collections.shuffle(keys, random);
        keys.forEach(key -> network.apply(Map.of(key, records.get(key)), 1));
        assertEquals(NetworkCopy.of(expected), NetworkCopy.of(network));

        Collections.shuffle(keys, random);
        List<RecordKey> removed = keys.subList(0, keys.size() / 2);
        Map<RecordKey, Optional<Contribution>> remaining = new HashMap<>(records);
        removed.forEach(key -> {
            remaining.remove(key);
            network.apply(Map.of(key, Optional.empty()), 1);
        });
        Network smaller = new Network();
        smaller.apply(remaining, 1);
        assertEquals(NetworkCopy.of(smaller), NetworkCopy.of(network));
        assertTrue(smaller.links().count() < expected.links().count());

        removed.forEach(key -> network.apply(Map.of(key, records.get(key)), 1));
        assertEquals(NetworkCopy.of(expected), NetworkCopy.of(network));
    }

    private Map<RecordKey, Optional<Contribution>> contributions() {
        ContributionReader reader = new ContributionReader(json);
        Map<RecordKey, Optional<Contribution>> all = new TreeMap<>();
        for (String resource : ContributionReader.RESOURCES) {
            for (JsonNode record : Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200")) {
                RecordKey key = new RecordKey(resource, record.get("id").textValue());
                all.put(key, Optional.of(reader.read(key, RecordJson.bytes(json, record))));
            }
        }
        return all;
    }
}
