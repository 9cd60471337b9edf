package org.startupatlas.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.ListOf;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/** Tests that searches see writes. */
@QuarkusTest
@TestProfile(Counting.class)
class FollowingTest {
    /** Rebuilding takes long during continuous searches on a small machine. */
    private static final Duration REBUILT = Duration.ofMinutes(3);

    /** Concurrent searches during the rebuild. */
    private static final int SEARCHERS = 2;

    @Inject
    StartupBatches batches;

    @Test
    void writesAreVisibleToSearchesAtOnce() {
        StartupRecord startup = Writes.createStartup("Zellige Quantique");
        assertEquals("zellige-quantique", found("zellige quantique").get(0));
        Writes.patch(200, "/v1/startups/zellige-quantique", 1, "{\"name\":\"Borj Photonique\",\"slug\":\"borj\"}");
        assertEquals(List.of("borj"), found("borj photonique"));
        assertFalse(found("zellige quantique").contains("borj"));
        Writes.patch(
                200,
                "/v1/startups/borj",
                2,
                "{\"other_names\":[{\"name\":\"Zellige Quantique\",\"lang\":null,\"kind\":\"former\"}]}");
        assertEquals("borj", found("zelligequantique").get(0));
        Writes.delete(204, "/v1/startups/borj", 3);
        assertEquals(List.of(), found("borj photonique"));
        assertEquals(410, Atlas.get(410, "/v1/startups/" + startup.id()).statusCode());
    }

    @Test
    void namesThatDifferInPunctuationAreSuggested() {
        for (String name : List.of("K", "K#", "K Kiosk", ".KIT", "Kit", "K++", "Les amis de K++")) {
            Writes.createStartup(name);
        }
        assertEquals("K++", suggested("K%2B%2B").get(0));
        assertEquals("K++", suggested("k%2B%2B").get(0));
        assertEquals("K++", suggested("K++").get(0), "a plus that is not escaped arrives as a space");
        assertEquals("K++", suggested("K%2B").get(0));
        assertEquals("K#", suggested("K%23").get(0));
        assertEquals(".KIT", suggested(".kit").get(0));
        assertEquals(".KIT", suggested(".k").get(0));
        assertEquals("K", suggested("K").get(0));
        assertTrue(suggested("kit").containsAll(List.of("Kit", ".KIT")));
        assertEquals("Les amis de K++", suggested("amis%20de%20k%2B%2B").get(0));
    }

    private static List<String> suggested(String encoded) {
        return Atlas.page(JsonNode.class, "/v1/suggest?limit=20&q=" + encoded).data().stream()
                .map(each -> each.get("name").textValue())
                .toList();
    }

    @Test
    void mergeSurvivorIsFound() {
        Writes.createStartup("Kasbah Hydrogene");
        Writes.createStartup("Kasbah Hydrogene Maroc");
        assertEquals(2, found("kasbah hydrogene").size());
        Writes.merge(200, "/v1/startups/kasbah-hydrogene", 1, "kasbah-hydrogene-maroc");
        assertEquals(List.of("kasbah-hydrogene"), found("kasbah hydrogene"));
    }

    @Test
    void namesInAllScriptsAreFound() {
        Writes.createStartup("Œuvre d’Art Straße Ærø");
        Writes.createStartup("شَرِكَةُ النّـــخلةِ الذكيّة");
        for (String typed :
                List.of("oeuvre d'art strasse aero", "OEUVRE D’ART STRASSE", "œuvre art straße", "uvre dart")) {
            assertTrue(found(typed).contains("oeuvre-d-art-strasse-aero"), typed);
        }
        String arabic = found("شركة النخلة الذكية").get(0);
        for (String typed : List.of("شركه النخله الذكيه", "نخلة ذكية", "شركة نخلة", "الشركة النخلة")) {
            assertEquals(arabic, found(typed).get(0), typed);
        }
    }

    @Test
    void veryLongLabelDoesNotBreakTheIndex() {
        Writes.relabelSector("hardware", "longue ".repeat(8_000) + "interminable");
        Writes.relabelSector("logistics", "x".repeat(100_000));
        Writes.createStartup("Apres Le Livre");
        assertEquals("apres-le-livre", found("apres le livre").get(0));
        assertTrue(Atlas.get(200, "/v1/search?q=interminable").asString().contains("vocabularies"));
        assertEquals(200, Atlas.get(200, "/q/health/ready").statusCode());
        Writes.relabelSector("hardware", "Matériel");
        Writes.relabelSector("logistics", "Logistique");
    }

    @Test
    void removedWordCountsAsMistyped() {
        Writes.createStartup("Qanatverse");
        assertEquals("qanatverse", found("qanatversse").get(0));
        Writes.patch(200, "/v1/startups/qanatverse", 1, "{\"name\":\"Qanatversse\"}");
        assertEquals("qanatverse", found("qanatversse").get(0));
        Writes.patch(200, "/v1/startups/qanatverse", 2, "{\"name\":\"Qanatverse\"}");
        assertEquals("qanatverse", found("qanatversse").get(0));
    }

    @Test
    void rankedHitsAreLimitedAndSortedListsAreNot() {
        int more = 50;
        batches.write(StartupBatches.numbered("Abundant", IntStream.range(0, QueryLimits.MAX_HITS + more)));
        assertEquals(
                QueryLimits.MAX_HITS, Atlas.tree("/v1/meta").at("/limits/hits").intValue());
        String list = "/v1/startups?q=abundant&limit=200&fields=name";
        assertEquals(QueryLimits.MAX_HITS, Atlas.walk(JsonNode.class, list).size());
        assertEquals(
                QueryLimits.MAX_HITS,
                Atlas.walk(JsonNode.class, "/v1/startups?q=abundant&limit=7").size());
        assertEquals(
                QueryLimits.MAX_HITS,
                Atlas.walk(Hit.class, "/v1/search?q=abundant&limit=200").size());
        assertEquals(
                QueryLimits.MAX_HITS + more,
                Atlas.walk(JsonNode.class, list + "&sort=name").size());
        String cut = "/v1/startups?q=abundant&limit=200&format=csv&cursor=" + lastCursor(list);
        assertEquals("true", Atlas.get(200, cut).header("Atlas-Has-More"));
        ListOf<JsonNode> counted = Atlas.page(JsonNode.class, list + "&total=true");
        assertEquals(QueryLimits.MAX_HITS + more, counted.page().total());
    }

    @Test
    void relabelledCodeIsFoundWhileSearchesContinue() throws Exception {
        assertEquals(List.of(), found("kryptozoologie"));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService searchers = Executors.newFixedThreadPool(SEARCHERS);
        try {
            List<Future<Integer>> searching = new ArrayList<>();
            for (int i = 0; i < SEARCHERS; i++) {
                searching.add(searchers.submit(() -> searchUntil(over)));
            }
            Writes.relabelSector("fintech", "Kryptozoologie");
            Instant deadline = Instant.now().plus(REBUILT);
            while (found("kryptozoologie").isEmpty()) {
                assertTrue(Instant.now().isBefore(deadline), "the new label is not found");
            }
            over.set(true);
            for (Future<Integer> each : searching) {
                assertTrue(each.get() > 0);
            }
        } finally {
            searchers.shutdownNow();
        }
        long fintechs = Atlas.page(JsonNode.class, "/v1/startups?sectors=fintech&total=true")
                .page()
                .total();
        assertEquals(
                fintechs,
                Atlas.page(JsonNode.class, "/v1/startups?q=kryptozoologie&total=true")
                        .page()
                        .total());
        assertTrue(fintechs > 0);
    }

    private static String lastCursor(String list) {
        String cursor = null;
        String next = Atlas.page(JsonNode.class, list).page().nextCursor();
        while (next != null) {
            cursor = next;
            next = Atlas.page(JsonNode.class, Atlas.with(list, "cursor", cursor))
                    .page()
                    .nextCursor();
        }
        return cursor;
    }

    private static int searchUntil(AtomicBoolean over) {
        int searches = 0;
        while (!over.get()) {
            assertEquals("cloudfret", found("cloudfret").get(0));
            searches++;
        }
        return searches;
    }

    private static List<String> found(String words) {
        return Atlas.page(JsonNode.class, Atlas.with("/v1/startups?fields=slug", "q", words)).data().stream()
                .map(record -> record.get("slug").textValue())
                .toList();
    }
}
