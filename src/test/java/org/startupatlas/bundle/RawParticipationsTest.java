package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.Folding;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of participations are in their records, which have the same order. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawParticipationsTest {
    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        List<ParticipationRecord> all = Atlas.walk(ParticipationRecord.class, "/v1/participations?limit=200");
        assertEquals(RawCollection.rows("participations"), all.size());
        int before = collection.before("participations");
        collection.table("participations").check(row -> {
            ParticipationRecord participation = all.get(before + row.number());
            compare(row, participation, new RawComparison(participation, spellings, collection));
        });
    }

    private static void compare(RawTable.Row row, ParticipationRecord participation, RawComparison comparison) {
        ProgramRecord program = Atlas.one(ProgramRecord.class, "/v1/programs/" + participation.program());
        comparison.same(
                row.cell("startup_slug"),
                Atlas.one(StartupRecord.class, "/v1/startups/" + participation.startup())
                        .slug());
        comparison.same(row.cell("program_slug"), program.slug());
        compareEdition(row.cell("edition"), participation, program, comparison);
        compareOutcome(row.cell("outcome"), participation, comparison);
        comparison.sources(row.cell("source"));
    }

    private static void compareEdition(
            String raw, ParticipationRecord participation, ProgramRecord program, RawComparison comparison) {
        String edition = participation.edition();
        if (raw == null) {
            assertNull(edition);
            return;
        }
        comparison.same(editionCode(raw), edition);
        assertTrue(
                program.editions().stream().anyMatch(each -> each.code().equals(edition)),
                () -> program.slug() + " has no edition " + edition);
        if (!edition.equals(raw)) {
            comparison.assertClaimed("edition", raw);
        }
    }

    /** Returns the words of an edition, without what is in brackets and question marks, joined by hyphens. */
    private static String editionCode(String raw) {
        String words = raw.replaceFirst(" *\\(.*\\)$", "").replace("?", "");
        return Folding.fold(words).replaceAll("[^a-z0-9]+", "-");
    }

    /** To be selected is a state, not an outcome. */
    private static void compareOutcome(String raw, ParticipationRecord participation, RawComparison comparison) {
        if (raw != null && raw.startsWith("selected")) {
            assertNull(participation.outcome());
            comparison.code("state", "participation_states", raw, participation.state());
        } else {
            comparison.code("outcome", "participation_outcomes", raw, participation.outcome());
        }
    }
}
