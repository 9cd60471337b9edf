package org.startupatlas.changelog.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.ChangeFilter;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ChangesQueryParser;
import org.startupatlas.schema.Format;
import org.startupatlas.testing.Atlas;

/**
 * Tests with random writes that a copy kept by a filtered feed equals the filtered full copy after each change. The
 * writes are the same in every run.
 */
@QuarkusTest
class FeedFilterTest {
    private static final int RECORDS = 40;
    private static final int CHANGES = 2_000;
    private static final Set<String> GONE = Set.of("deleted", "merged", "left");

    @Inject
    ChangesQueryParser grammar;

    @Inject
    ObjectMapper json;

    private final Random random = new Random(20261123);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country=MA",
                "country__ne=MA",
                "sectors=fintech,healthtech",
                "sectors__all=fintech",
                "founded_year__gte=2018",
                "founded_year__exists=false",
                "founded__lt=2020-06",
                "name__contains=a",
                "markets__exists=true",
                "provenance.publisher__contains=com",
                "sectors__ne=fintech&country=MA"
            })
    void filteredFeedKeepsACopyOfTheFilteredList(String filter) {
        Condition condition = condition(filter);
        FeedFilter sieve = new FeedFilter(ChangeFilter.of(Optional.empty(), condition), json);
        List<JsonNode> states = Atlas.walk(JsonNode.class, "/v1/startups?limit=200");
        Map<String, JsonNode> full = new TreeMap<>();
        Map<String, JsonNode> copy = new TreeMap<>();
        Set<String> operations = new TreeSet<>();
        for (int revision = 1; revision <= CHANGES; revision++) {
            String id = "startup-" + random.nextInt(RECORDS);
            JsonNode before = full.get(id);
            LoggedChange change = next(revision, id, before, states);
            if (change.document() == null) {
                full.remove(id);
            } else {
                full.put(id, read(change.document()));
            }
            sieve.apply(change, before == null ? null : bytes(before)).ifPresent(shown -> {
                operations.add(shown.op());
                apply(shown, copy);
            });
            assertEquals(
                    full.entrySet().stream()
                            .filter(entry -> ConditionMatcher.matches(condition, entry.getValue()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    copy,
                    "after revision " + revision);
        }
        assertEquals(Set.of("created", "updated", "deleted", "merged", "entered", "left"), operations);
    }

    private LoggedChange next(long revision, String id, JsonNode before, List<JsonNode> states) {
        String op = before == null
                ? "created"
                : List.of("updated", "updated", "updated", "deleted", "merged").get(random.nextInt(5));
        ObjectNode after = states.get(random.nextInt(states.size())).deepCopy();
        after.put("id", id);
        after.put("version", (int) revision);
        boolean gone = GONE.contains(op);
        return new LoggedChange(
                revision,
                Instant.EPOCH,
                op,
                "startups",
                id,
                (int) revision,
                gone ? null : bytes(after),
                bytes(json.createArrayNode()),
                null,
                null);
    }

    /** Applies a change to the copy, and asserts that the change fits it. */
    private void apply(LoggedChange change, Map<String, JsonNode> copy) {
        String id = change.recordId();
        assertEquals(
                !Set.of("created", "entered").contains(change.op()),
                copy.containsKey(id),
                () -> change.op() + " " + id);
        assertEquals(GONE.contains(change.op()), change.document() == null);
        if (change.document() == null) {
            copy.remove(id);
        } else {
            copy.put(id, read(change.document()));
        }
    }

    private Condition condition(String filter) {
        List<Parameter> parameters = new ArrayList<>(List.of(new Parameter("resource", "startups")));
        for (String pair : filter.split("&")) {
            parameters.add(new Parameter(pair.split("=")[0], pair.split("=")[1]));
        }
        assertTrue(grammar.feed(parameters, Format.JSON).filter().hasCondition());
        return grammar.feed(parameters, Format.JSON).filter().condition();
    }

    private JsonNode read(byte[] document) {
        try {
            return json.readTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
