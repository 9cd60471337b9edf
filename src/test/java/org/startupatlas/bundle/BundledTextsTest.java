package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.record.Claim;
import org.startupatlas.record.Translated;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.vocabulary.VocabularyRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.RealBundle;

/** Tests the texts of the bundled records: three languages, their origin, and no notes of work. They do not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledTextsTest {
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}{3}");
    private static final Pattern NOTE_OF_WORK = Pattern.compile(
            "unverified|conflict|via github|as scraped|MNF;|reported failed|published as a|row has|source file",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"startups", "partners", "programs", "indicators"})
    void everySummaryIsInThreeLanguages(String resource) {
        for (Described record : described(resource)) {
            Translated summary = record.summary();
            assertTrue(
                    Stream.of(summary.fr(), summary.ar(), summary.en()).noneMatch(BundledTextsTest::isBlank),
                    () -> record.slug() + " has " + summary);
            assertTrue(ARABIC.matcher(summary.ar()).find(), summary.ar());
            assertFalse(ARABIC.matcher(summary.fr() + summary.en()).find(), record.slug());
            assertFalse(summary.fr().equals(summary.en()), record.slug());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"startups", "partners", "programs", "indicators"})
    void translationsAreInferredAndNameTheirOriginal(String resource) {
        for (Described record : described(resource)) {
            List<Claim> ours = record.provenance().stream()
                    .filter(claim ->
                            "summary".equals(claim.field()) && claim.publisher().equals("Startup Atlas"))
                    .toList();
            assertEquals(1, ours.size(), record.slug());
            assertEquals("inferred", ours.get(0).confidence(), record.slug());
            assertTrue(ours.get(0).note().endsWith("translations from English (en)"), record.slug());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "startups, fr", "startups, ar", "partners, fr", "partners, ar",
        "programs, fr", "programs, ar", "indicators, fr", "indicators, ar"
    })
    void noRecordFallsBackToAnotherLanguage(String resource, String language) {
        List<JsonNode> records = Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200&lang=" + language);
        assertFalse(records.isEmpty());
        records.forEach(
                record -> assertFalse(record.has("langs"), () -> record.get("slug") + " has " + record.get("langs")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startups",
                "partners",
                "programs",
                "participations",
                "agreements",
                "funding_rounds",
                "sites",
                "indicators"
            })
    void noTextHasNotesOfWork(String resource) {
        for (JsonNode record : Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200")) {
            for (String field : List.of("notes", "summary", "scope", "eligibility")) {
                String text = record.path(field).toString();
                assertFalse(NOTE_OF_WORK.matcher(text).find(), () -> record.get("slug") + ": " + text);
            }
        }
    }

    @Test
    void programsUseAllPillars() {
        Set<String> pillars = Atlas.one(VocabularyRecord.class, "/v1/vocabularies/pillars").terms().stream()
                .map(VocabularyRecord.Term::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(4, pillars.size());
        assertEquals(
                pillars,
                Atlas.walk(ProgramRecord.class, "/v1/programs").stream()
                        .flatMap(program -> program.pillars().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<Described> described(String resource) {
        List<Described> records =
                Atlas.walk(Described.class, "/v1/" + resource + "?fields=slug,summary,provenance&limit=200");
        assertFalse(records.isEmpty());
        return records;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** A record's id, slug, summary and claims. */
    record Described(String id, String slug, Translated summary, List<Claim> provenance) {}
}
