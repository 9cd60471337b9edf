package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.resource.vocabulary.VocabularyRecord;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests the invariants of the bundled records. */
@QuarkusTest
@TestProfile(RealBundle.class)
class InvariantsTest {
    @Test
    void startupsAreNotClosedBeforeFounded() {
        for (StartupRecord startup : Atlas.walk(StartupRecord.class, "/v1/startups?limit=200")) {
            if (startup.founded() != null && startup.closed() != null) {
                assertFalse(startup.closed().isCertainlyBefore(startup.founded()), startup.slug());
            }
            if (startup.founded() != null) {
                assertEquals(startup.founded().first().getYear(), startup.foundedYear(), startup.slug());
            }
        }
    }

    @Test
    void participationsAreWithinTheirEdition() {
        Map<UUID, ProgramRecord> programs = new HashMap<>();
        Atlas.walk(ProgramRecord.class, "/v1/programs?limit=200")
                .forEach(program -> programs.put(program.id(), program));
        List<ParticipationRecord> all =
                Atlas.walk(ParticipationRecord.class, "/v1/participations?edition__exists=true");
        assertTrue(all.size() > 20);
        for (ParticipationRecord participation : all) {
            ProgramRecord.Edition edition = programs.get(participation.program()).editions().stream()
                    .filter(each -> each.code().equals(participation.edition()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(participation.slug() + " is in no edition of its program"));
            if (participation.from() != null && edition.start() != null) {
                assertFalse(participation.from().isCertainlyBefore(edition.start()), participation.slug());
            }
            if (participation.to() != null && edition.end() != null) {
                assertFalse(edition.end().isCertainlyBefore(participation.to()), participation.slug());
            }
        }
    }

    @Test
    void textsAreNormalized() {
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            for (JsonNode record : Atlas.walk(JsonNode.class, "/v1/" + schema.resource() + "?limit=200")) {
                assertNormalized(schema.fields(), record);
            }
        }
    }

    private static void assertNormalized(List<Field> fields, JsonNode record) {
        for (Field field : fields) {
            JsonNode value = record.get(field.name());
            for (JsonNode each : value.isArray() ? value : List.of(value)) {
                if (each.isTextual()) {
                    assertNormalized(field, each.textValue());
                } else if (field.isComposed() && !each.isNull()) {
                    assertNormalized(field.parts(), each);
                }
            }
        }
    }

    private static void assertNormalized(Field field, String text) {
        assertEquals(TextNormalizer.normalize(text, field.isMultiline()), text);
        assertTrue(TextNormalizer.controlCharacter(text).isEmpty(), text);
        assertTrue(!field.isName() || TextNormalizer.hasLetterOrDigit(text), text);
        assertTrue(!field.isCurrency() || Currencies.isCode(text), text);
        if (field.externalIdScheme() != null) {
            assertEquals(Optional.of(text), field.externalIdScheme().normalize(text));
        }
    }

    @Test
    void vocabulariesHaveNoCycle() {
        for (VocabularyRecord vocabulary : Atlas.walk(VocabularyRecord.class, "/v1/vocabularies?limit=200")) {
            Map<String, String> parents = new HashMap<>();
            vocabulary.terms().forEach(term -> parents.put(term.code(), term.parent()));
            for (String code : parents.keySet()) {
                Set<String> seen = new HashSet<>();
                for (String each = code; each != null; each = parents.get(each)) {
                    assertTrue(seen.add(each), vocabulary.id() + "/" + code + " is a kind of itself");
                    assertTrue(parents.containsKey(each), vocabulary.id() + "/" + each + " is no code");
                }
            }
        }
    }

    @Test
    void codesHaveLabelsAndSpellingsAreUnique() {
        for (VocabularyRecord vocabulary : Atlas.walk(VocabularyRecord.class, "/v1/vocabularies?limit=200")) {
            Set<String> spellings = new HashSet<>();
            for (VocabularyRecord.Term term : vocabulary.terms()) {
                assertFalse(term.labels().fr().isBlank()
                        || term.labels().ar().isBlank()
                        || term.labels().en().isBlank());
                term.spellings()
                        .forEach(spelling -> assertTrue(spellings.add(spelling), vocabulary.id() + ": " + spelling));
            }
        }
    }

    @Test
    void slugsAreUniqueAndIdentifyRecords() {
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            Set<String> slugs = new HashSet<>();
            for (Named record : Atlas.walk(Named.class, "/v1/" + schema.resource() + "?fields=slug&limit=200")) {
                assertTrue(slugs.add(record.slug()), record.slug());
                assertEquals(
                        record,
                        Atlas.one(Named.class, "/v1/" + schema.resource() + "/" + record.slug() + "?fields=slug"));
            }
        }
    }

    /** A record's id and slug. */
    record Named(String id, String slug) {}
}
