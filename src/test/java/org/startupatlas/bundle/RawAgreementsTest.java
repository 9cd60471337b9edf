package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.resource.agreement.AgreementRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of agreements are in their records. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawAgreementsTest {
    @Test
    void everyRowHasRecord() {
        assertEquals(
                RawCollection.rows("agreements"),
                Atlas.walk(AgreementRecord.class, "/v1/agreements").size());
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        collection.table("agreements").check(row -> compare(row, spellings, collection));
    }

    private static void compare(RawTable.Row row, Spellings spellings, RawCollection collection) {
        AgreementRecord agreement = Atlas.one(AgreementRecord.class, "/v1/agreements/" + row.cell("slug"));
        RawComparison comparison = new RawComparison(agreement, spellings, collection);
        comparison.same(row.cell("slug"), agreement.slug());
        assertEquals(plain(row.words("parties")), plain(names(agreement.parties())), agreement.slug());
        compareSupporters(row, agreement, comparison);
        comparison.date("signed", row.cell("signed"), agreement.signed());
        comparison.sameOrClaimed("scope", row.cell("scope"), agreement.scope().en());
        String term = row.cell("term");
        assertTrue(
                term == null || agreement.notes().contains("Term: " + term),
                () -> agreement.slug() + " has lost " + term);
        comparison.sources(row.cell("source"));
    }

    private static void compareSupporters(RawTable.Row row, AgreementRecord agreement, RawComparison comparison) {
        List<String> supporters = row.words("supported_by").stream()
                .map(name -> name.replace(" (support)", ""))
                .toList();
        assertEquals(plain(supporters), plain(names(agreement.supporters())), agreement.slug());
        if (!supporters.isEmpty()) {
            comparison.assertClaimed("supporters", row.cell("supported_by"));
        }
    }

    /** Returns names without the accents and apostrophes that the raw files have lost. */
    private static List<String> plain(List<String> names) {
        return names.stream().map(RawComparison::plain).toList();
    }

    private static List<String> names(List<OrganisationReference> organisations) {
        return organisations.stream().map(OrganisationReference::name).toList();
    }
}
