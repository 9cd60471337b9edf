package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.testing.Atlas;

/** Tests that all cells of the raw file of programs are in their records. */
@QuarkusTest
class RawProgramsTest {
    private final RawTable table = RawTable.of("ecosystem/programs.csv");

    @Test
    void everyRowHasRecord() {
        assertEquals(
                table.size(), Atlas.walk(ProgramRecord.class, "/v1/programs").size());
    }

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        table.check(row -> compare(row, spellings));
    }

    private static void compare(RawTable.Row row, Spellings spellings) {
        ProgramRecord program = Atlas.one(ProgramRecord.class, "/v1/programs/" + row.cell("slug"));
        RawComparison comparison = new RawComparison(program, spellings);
        comparison.same(row.cell("slug"), program.slug());
        comparison.name(row.cell("name"));
        compareOperators(row, program, comparison);
        comparison.code("type", "program_types", row.cell("type"), program.type());
        compareStages(row.cell("stage_focus"), program, comparison, spellings);
        comparison.date("started", row.cell("started"), program.started());
        comparison.same(row.cell("offer"), program.summary().en());
        comparison.same(row.cell("figures"), program.notes());
        comparison.code("status", "program_statuses", row.cell("status"), program.status());
        comparison.sources(row.cell("source"));
    }

    private static void compareOperators(RawTable.Row row, ProgramRecord program, RawComparison comparison) {
        List<String> names =
                program.operators().stream().map(OrganisationReference::name).toList();
        boolean same = names.equals(row.words("operators"));
        assertTrue(same || comparison.isClaimed("operators", row.cell("operators")), () -> program.slug() + ": " + names);
    }

    private static void compareStages(String raw, ProgramRecord program, RawComparison comparison, Spellings spellings) {
        if (raw == null) {
            assertEquals(List.of(), program.stages(), program.slug());
        } else if (program.stages().equals(List.of(raw))) {
            assertEquals(raw, spellings.find("stages", raw).orElseThrow());
        } else {
            comparison.assertClaimed("stages", raw);
            assertTrue(!program.stages().isEmpty() || !program.sectors().isEmpty(), program.slug());
        }
    }
}
