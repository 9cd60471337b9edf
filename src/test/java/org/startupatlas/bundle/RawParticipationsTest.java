package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;

/** Tests that all cells of the raw file of participations are in their records, which have the same order. */
@QuarkusTest
class RawParticipationsTest {
    private final RawTable table = RawTable.of("ecosystem/participations.csv");

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        List<ParticipationRecord> all = Atlas.walk(ParticipationRecord.class, "/v1/participations");
        assertEquals(table.size(), all.size());
        table.check(row -> compare(row, all.get(row.number()), spellings));
    }

    private static void compare(RawTable.Row row, ParticipationRecord participation, Spellings spellings) {
        RawComparison comparison = new RawComparison(participation, spellings);
        ProgramRecord program = Atlas.one(ProgramRecord.class, "/v1/programs/" + participation.program());
        comparison.same(
                row.cell("startup_slug"),
                Atlas.one(StartupRecord.class, "/v1/startups/" + participation.startup())
                        .slug());
        comparison.same(row.cell("program_slug"), program.slug());
        compareEdition(row.cell("edition"), participation, program, comparison);
        if ("selected".equals(row.cell("outcome"))) {
            assertNull(participation.outcome());
            comparison.same("selected", participation.state());
        } else {
            comparison.code("outcome", "participation_outcomes", row.cell("outcome"), participation.outcome());
        }
        comparison.sources(row.cell("source"));
    }

    private static void compareEdition(
            String raw, ParticipationRecord participation, ProgramRecord program, RawComparison comparison) {
        String edition = participation.edition();
        if (raw == null) {
            assertNull(edition);
            return;
        }
        assertTrue(
                program.editions().stream().anyMatch(each -> each.code().equals(edition)),
                () -> program.slug() + " has no edition " + edition);
        if (!edition.equals(raw)) {
            comparison.assertClaimed("edition", raw);
        }
    }
}
