package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of programs are in their records. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawProgramsTest {
    /** Types that have no code. */
    private static final Set<String> WITHOUT_CODE = Set.of("platform");

    @Test
    void everyRowHasRecord() {
        assertEquals(
                RawCollection.rows("programs"),
                Atlas.walk(ProgramRecord.class, "/v1/programs").stream()
                        .filter(program -> !BundledCriteriaTest.isFoundWithCriteria(program))
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        collection.table("programs").check(row -> compare(row, spellings, collection));
    }

    private static void compare(RawTable.Row row, Spellings spellings, RawCollection collection) {
        ProgramRecord program = Atlas.one(ProgramRecord.class, "/v1/programs/" + row.cell("slug"));
        RawComparison comparison = new RawComparison(program, spellings, collection);
        comparison.same(row.cell("slug"), program.slug());
        comparison.name(row.cell("name"));
        compareOperators(row.cell("operators"), program, comparison);
        compareType(row.cell("type"), program, comparison);
        compareStages(row.cell("stage_focus"), program, comparison, spellings);
        comparison.date("started", row.cell("started"), program.started());
        comparison.collected("summary", row.cell("offer"), true, row.cell("source"));
        String figures = row.cell("figures");
        comparison.collected("notes", figures, Objects.equals(figures, program.notes()), row.cell("source"));
        compareStatus(row.cell("status"), program, comparison);
        comparison.sources(row.cell("source"));
    }

    /** What is in brackets behind a name, how names are joined and how they lack accents is in the claim only. */
    private static void compareOperators(String raw, ProgramRecord program, RawComparison comparison) {
        List<String> names =
                program.operators().stream().map(OrganisationReference::name).toList();
        if (raw == null) {
            assertEquals(List.of(), names, program.slug());
            return;
        }
        List<String> published = Stream.of(raw.split(" *; *|, | / | and | with | then "))
                .map(RawProgramsTest::withoutBrackets)
                .map(name -> name.replaceFirst(" sponsors$", ""))
                .filter(name -> !name.isEmpty())
                .map(RawComparison::plain)
                .toList();
        List<String> plain = names.stream()
                .map(RawProgramsTest::withoutBrackets)
                .map(RawComparison::plain)
                .toList();
        if (!names.equals(List.of(raw.split(" *; *")))) {
            assertEquals(published, plain, program.slug());
            comparison.assertClaimed("operators", raw);
        }
    }

    private static String withoutBrackets(String name) {
        return name.replaceFirst(" *\\(.*\\)$", "");
    }

    private static void compareType(String raw, ProgramRecord program, RawComparison comparison) {
        if (WITHOUT_CODE.contains(raw)) {
            assertNull(program.type(), program.slug());
            comparison.assertNotHeld("type", raw);
        } else {
            comparison.code("type", "program_types", raw, program.type());
        }
    }

    private static void compareStages(
            String raw, ProgramRecord program, RawComparison comparison, Spellings spellings) {
        if (raw == null) {
            assertEquals(List.of(), program.stages(), program.slug());
        } else if (program.stages().equals(List.of(raw))) {
            assertEquals(raw, spellings.find("stages", raw).orElseThrow());
        } else {
            comparison.assertClaimed("stages", raw);
            assertTrue(!program.stages().isEmpty() || !program.sectors().isEmpty(), program.slug());
        }
    }

    /** What was seen active years ago may have ended since: it has no status, and the raw text is a claim. */
    private static void compareStatus(String raw, ProgramRecord program, RawComparison comparison) {
        if (raw != null && raw.matches("active 20(1\\d|2[0-3])") && program.status() == null) {
            comparison.assertNotHeld("status", raw);
            comparison.assertUnverified("status", raw);
        } else {
            comparison.code("status", "program_statuses", raw, program.status());
        }
    }
}
