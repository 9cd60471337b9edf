package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;

/** Tests that all cells of the raw file of partners are in their records. */
@QuarkusTest
class RawPartnersTest {
    private final RawTable table = RawTable.of("ecosystem/partners.csv");

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        table.check(row -> compare(row, spellings));
    }

    private static void compare(RawTable.Row row, Spellings spellings) {
        PartnerRecord partner = Atlas.one(PartnerRecord.class, "/v1/partners/" + row.cell("slug"));
        RawComparison comparison = new RawComparison(partner, spellings);
        comparison.same(row.cell("slug"), partner.slug());
        comparison.name(row.cell("name"));
        row.words("type").forEach(word -> compareType(word, partner, comparison));
        compareCountries(row, partner, comparison);
        comparison.same(row.cell("city"), partner.city());
        comparison.same(row.cell("role"), partner.summary().en());
        comparison.sources(row.cell("source"));
    }

    /** The raw type of public and research partners of Plug and Play stands for two types; the name decides which. */
    private static void compareType(String word, PartnerRecord partner, RawComparison comparison) {
        if (word.equals("pnp_public_or_rnd")) {
            comparison.assertClaimed("types", word);
            assertTrue(List.of(List.of("rnd_center"), List.of("government")).contains(partner.types()), partner.slug());
        } else {
            comparison.oneOf("types", "partner_types", word, partner.types());
        }
    }

    private static void compareCountries(RawTable.Row row, PartnerRecord partner, RawComparison comparison) {
        List<String> countries = row.words("country");
        comparison.same(countries.isEmpty() ? null : countries.get(0), partner.country());
        for (String further : countries.stream().skip(1).toList()) {
            comparison.assertClaimed("country", row.cell("country"));
            assertTrue(
                    partner.presences().stream()
                            .anyMatch(presence -> presence.country().equals(further)),
                    () -> partner.slug() + " is not in " + further);
        }
    }
}
