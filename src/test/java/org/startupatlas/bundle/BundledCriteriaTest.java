package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Claim;
import org.startupatlas.record.PartialDate;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that criteria and windows of bundled programs name the pages that they were read on. */
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledCriteriaTest {

    /** The day on which the pages of criteria were read. */
    private static final PartialDate READ = PartialDate.of("2026-11-30");

    /** A program of the first collection, whose window its notes and claims already had. */
    private static final String WINDOW_OF_FIRST_COLLECTION = "fm6i-startup-funds";

    /** Returns whether a program came into the bundle for its criteria or windows, so that no raw file has it. */
    static boolean isFoundWithCriteria(ProgramRecord program) {
        return program.provenance().stream()
                .filter(claim -> claim.url() != null)
                .allMatch(claim -> READ.equals(claim.seen()));
    }

    @Test
    void everyCriterionHasWordsAndPage() {
        List<ProgramRecord> programs = programs();
        assertTrue(programs.stream().anyMatch(program -> !program.criteria().isEmpty()));
        for (ProgramRecord program : programs) {
            program.criteria().forEach(criterion -> assertNotNull(criterion.note(), program.slug()));
            assertEquals(
                    pages(claims(program, "criteria").filter(Claim::used)),
                    program.criteria().stream()
                            .map(ProgramRecord.Criterion::source)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    program.slug());
        }
    }

    @Test
    void claimsOfCriteriaSayOfWhichCallTheyAre() {
        programs().stream()
                .flatMap(program -> claims(program, "criteria"))
                .forEach(claim -> assertNotNull(claim.note(), claim.url()));
    }

    @Test
    void everyWindowHasPage() {
        for (ProgramRecord program : programs()) {
            long windows = program.editions().stream()
                    .filter(edition -> edition.applicationsOpen() != null || edition.applicationsClose() != null)
                    .count();
            long read = claims(program, "editions").filter(Claim::used).count();
            assertEquals(program.slug().equals(WINDOW_OF_FIRST_COLLECTION) ? read + 1 : read, windows, program.slug());
        }
    }

    @Test
    void programsFoundForCriteriaOrWindowsHaveThem() {
        List<ProgramRecord> found = programs().stream()
                .filter(BundledCriteriaTest::isFoundWithCriteria)
                .toList();
        assertTrue(!found.isEmpty());
        found.forEach(program -> assertTrue(
                !program.criteria().isEmpty()
                        || claims(program, "editions").findAny().isPresent(),
                program.slug()));
    }

    private static List<ProgramRecord> programs() {
        return Atlas.walk(ProgramRecord.class, "/v1/programs?limit=200");
    }

    /** Returns the claims for a field from pages that were read for criteria. */
    private static Stream<Claim> claims(ProgramRecord program, String field) {
        return program.provenance().stream().filter(claim -> field.equals(claim.field()) && READ.equals(claim.seen()));
    }

    private static Set<String> pages(Stream<Claim> claims) {
        return claims.map(Claim::url).collect(Collectors.toCollection(TreeSet::new));
    }
}
