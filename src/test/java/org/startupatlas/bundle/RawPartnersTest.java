package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;

/** Whatever the raw file says of partners is in their records. */
@QuarkusTest
class RawPartnersTest {
    private final RawTable table = RawTable.of("ecosystem/partners.csv");

    @Test
    void everyCellIsInTheRecord() {
        Spellings spellings = new Spellings();
        table.check(row -> compare(row, spellings));
    }

    private static void compare(RawTable.Row row, Spellings spellings) {
        PartnerRecord partner = Atlas.one(PartnerRecord.class, "/v1/partners/" + row.cell("slug"));
        RawComparison said = new RawComparison(partner, spellings);
        said.same(row.cell("slug"), partner.slug());
        said.name(row.cell("name"));
        row.words("type").forEach(word -> compareType(word, partner, said));
        compareCountries(row, partner, said);
        said.same(row.cell("city"), partner.city());
        said.same(row.cell("role"), partner.summary().en());
        said.sources(row.cell("source"));
    }

    /** A public or research partner of Plug and Play is one of two things; which of them follows from its name. */
    private static void compareType(String word, PartnerRecord partner, RawComparison said) {
        if (word.equals("pnp_public_or_rnd")) {
            said.claimed("types", word);
            assertTrue(List.of(List.of("rnd_center"), List.of("government")).contains(partner.types()), partner.slug());
        } else {
            said.oneOf("types", "partner_types", word, partner.types());
        }
    }

    private static void compareCountries(RawTable.Row row, PartnerRecord partner, RawComparison said) {
        List<String> countries = row.words("country");
        said.same(countries.isEmpty() ? null : countries.get(0), partner.country());
        for (String further : countries.stream().skip(1).toList()) {
            said.claimed("country", row.cell("country"));
            assertTrue(
                    partner.presences().stream()
                            .anyMatch(presence -> presence.country().equals(further)),
                    () -> partner.slug() + " is not in " + further);
        }
    }
}
