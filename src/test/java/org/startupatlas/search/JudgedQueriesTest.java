package org.startupatlas.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the relevance of hits with judged queries in three languages. */
@QuarkusTest
class JudgedQueriesTest {
    private static final Path JUDGED = Path.of("src", "bench", "search", "ecosystem.test.tsv");

    @Test
    void meanReciprocalRankIsAtLeastNinetyPercent() throws IOException {
        List<String[]> queries = Files.readAllLines(JUDGED).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        double mean = queries.stream()
                .mapToDouble(query -> reciprocalRank(query[0], List.of(query[3].split(" "))))
                .average()
                .orElseThrow();
        assertTrue(queries.size() >= 140, "queries: " + queries.size());
        assertTrue(mean >= 0.9, "mean reciprocal rank: " + mean);
    }

    private static double reciprocalRank(String words, List<String> expected) {
        List<String> found = Hit.of(words).stream().map(Hit::key).toList();
        for (int i = 0; i < found.size(); i++) {
            if (expected.contains(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
