package org.startupatlas.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.reconcile.Answers.Candidate;
import org.startupatlas.reconcile.Answers.Result;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/**
 * Measures on the bundled records how many names with mistakes, in three languages, have their record as the first
 * candidate, and that no certain match is wrong. The names in {@code names.tuning.tsv} are for changing what decides
 * that; those in {@code names.measured.tsv} only measure it.
 */
@QuarkusTest
@TestProfile(RealBundle.class)
class MisspeltNamesTest {
    private static final int MIN_FIRST = 95;

    record Named(String text, String type, String slug) {}

    private static List<Named> names(String file) throws IOException {
        try (InputStream tsv = MisspeltNamesTest.class.getResourceAsStream("/reconcile/" + file)) {
            return new String(tsv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Named(cells[0], cells[1], cells[2]))
                    .toList();
        }
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
        for (Named each : names) {
            Result result = Answers.named(each.text(), each.type());
            boolean isFirst = !result.result().isEmpty() && slug(result.first()).equals(each.slug());
            if (!isFirst) {
                notFirst.add(each + " is first "
                        + result.result().stream().map(Candidate::name).toList());
            }
        }
        assertTrue(notFirst.size() <= names.size() - MIN_FIRST, () -> String.join("\n", notFirst));
    }

    @Test
    void noCertainMatchIsWrong() throws IOException {
        List<Named> names = new ArrayList<>(names("names.measured.tsv"));
        names.addAll(names("names.tuning.tsv"));
        for (Named each : names) {
            for (String type : new String[] {each.type(), null}) {
                Candidate certain = Answers.named(each.text(), type).certain();
                assertTrue(certain == null || slug(certain).equals(each.slug()), () -> each + " is " + certain);
            }
        }
    }

    @Test
    void everyRecordIsFoundByItsName() {
        for (String type : List.of("startups", "programs", "partners", "sites", "countries")) {
            for (JsonNode record :
                    Atlas.page(JsonNode.class, "/v1/" + type + "?limit=100").data()) {
                Result result = Answers.named(record.get("name").textValue(), type);
                assertTrue(
                        result.result().stream()
                                .filter(each -> each.score() == 100)
                                .anyMatch(each ->
                                        each.id().equals(record.get("id").textValue())),
                        () -> record.get("name") + ": " + result);
            }
        }
    }
}
