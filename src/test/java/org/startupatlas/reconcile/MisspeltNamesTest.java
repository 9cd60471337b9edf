package org.startupatlas.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.reconcile.Answers.Candidate;
import org.startupatlas.reconcile.Answers.Result;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/**
 * Measures on the bundled records how many names with mistakes, in three languages, have their record as the first
 * candidate, and that no certain match is wrong. The names in {@code names.tuning.tsv} are for changing what decides
 * that; those in {@code names.measured.tsv} only measure it. Those in {@code names.traps.tsv} are near to a record that
 * they do not mean, or mean only together with what is known beside the name.
 */
@QuarkusTest
@TestProfile(RealBundle.class)
class MisspeltNamesTest {
    private static final int MIN_FIRST = 95;

    /** A record, of which only these are read. */
    record Stored(String id, String name) {}

    record Named(String text, String type, String slug) {}

    /** A name with its hints, of which those that are empty are not known. */
    record Trap(String text, String type, String country, String website, String slug) {
        String query() {
            ObjectNode query = Atlas.json().createObjectNode().put("query", text);
            if (!type.equals("any")) {
                query.put("type", type);
            }
            Map.of("country", country, "website", website).forEach((property, value) -> {
                if (!value.isEmpty()) {
                    query.withArray("/properties")
                            .addObject()
                            .put("pid", property)
                            .put("v", value);
                }
            });
            return query.toString();
        }
    }

    private static List<String[]> lines(String file) throws IOException {
        try (InputStream tsv = MisspeltNamesTest.class.getResourceAsStream("/reconcile/" + file)) {
            return new String(tsv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static List<Named> names(String file) throws IOException {
        return lines(file).stream()
                .map(cells -> new Named(cells[0], cells[1], cells[2]))
                .toList();
    }

    private static List<Trap> traps() throws IOException {
        return lines("names.traps.tsv").stream()
                .map(cells -> new Trap(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    @Test
    void measuringAndTuningShareNoRecord() throws IOException {
        Set<String> tuned = names("names.tuning.tsv").stream()
                .map(each -> each.type() + "/" + each.slug())
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                names("names.measured.tsv").stream()
                        .filter(each -> tuned.contains(each.type() + "/" + each.slug()))
                        .toList());
    }

    @Test
    void noTrapIsCertainlyAnotherRecord() throws IOException {
        List<Trap> traps = traps();
        assertTrue(traps.size() >= 60);
        List<String> wrong = new ArrayList<>();
        int certain = 0;
        List<Result> results = Answers.results(traps.stream().map(Trap::query).toList());
        for (int i = 0; i < traps.size(); i++) {
            Trap trap = traps.get(i);
            Candidate found = results.get(i).certain();
            if (found != null && slug(found).equals(trap.slug())) {
                certain++;
            } else if (found != null) {
                wrong.add(trap + " is " + found);
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertTrue(certain >= 8, "certain: " + certain);
    }

    private static String slug(Candidate candidate) {
        String path = "/v1/" + candidate.type().get(0).id() + "/" + candidate.id();
        return Atlas.tree(path).get("slug").textValue();
    }

    @Test
    void recordsOfMisspeltNamesComeFirst() throws IOException {
        List<Named> names = names("names.measured.tsv");
        assertEquals(100, names.size());
        List<String> notFirst = new ArrayList<>();
        int mistakes = 0;
        List<Result> results = Answers.results(names.stream()
                .map(each -> Answers.queryFor(each.text(), each.type()))
                .toList());
        for (int i = 0; i < names.size(); i++) {
            Named each = names.get(i);
            Result result = results.get(i);
            boolean isFirst = !result.result().isEmpty() && slug(result.first()).equals(each.slug());
            if (!isFirst) {
                notFirst.add(each + " is first "
                        + result.result().stream().map(Candidate::name).toList());
            }
            mistakes += isFirst && result.first().hasSameName() ? 0 : 1;
        }
        assertTrue(notFirst.size() <= names.size() - MIN_FIRST, () -> String.join("\n", notFirst));
        // Other spellings of the same name are easy; the share also holds without them.
        assertTrue(100 * notFirst.size() <= (100 - MIN_FIRST) * mistakes, notFirst.size() + " of " + mistakes);
    }

    @Test
    void noCertainMatchIsWrong() throws IOException {
        List<Named> names = new ArrayList<>(names("names.measured.tsv"));
        names.addAll(names("names.tuning.tsv"));
        List<Result> ofType = Answers.results(names.stream()
                .map(each -> Answers.queryFor(each.text(), each.type()))
                .toList());
        List<Result> ofAny = Answers.results(
                names.stream().map(each -> Answers.queryFor(each.text(), null)).toList());
        for (int i = 0; i < names.size(); i++) {
            Named each = names.get(i);
            for (Result result : List.of(ofType.get(i), ofAny.get(i))) {
                Candidate certain = result.certain();
                assertTrue(certain == null || slug(certain).equals(each.slug()), () -> each + " is " + certain);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"startups", "programs", "partners", "sites", "countries"})
    void everyRecordIsFoundByItsName(String type) {
        List<Stored> records = Atlas.walk(Stored.class, "/v1/" + type + "?limit=200&fields=id,name");
        List<Result> results = Answers.results(records.stream()
                .map(record -> Answers.queryFor(record.name(), type))
                .toList());
        assertFalse(records.isEmpty());
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Stored record = records.get(i);
            boolean isFound = results.get(i).result().stream()
                    .anyMatch(each -> each.score() == 100 && each.id().equals(record.id()));
            if (!isFound) {
                missed.add(record + ": " + results.get(i));
            }
        }
        assertEquals(List.of(), missed);
    }
}
