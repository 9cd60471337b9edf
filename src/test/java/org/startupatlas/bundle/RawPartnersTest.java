package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of partners are in their records. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawPartnersTest {
    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        Map<String, PartnerRecord> partners = partnersBySlug();
        UUID plugAndPlay = partners.get("plug-and-play").id();
        collection.table("partners").check(row -> {
            PartnerRecord partner = partners.get(row.cell("slug"));
            RawComparison comparison = new RawComparison(partner, spellings, collection);
            compare(row, partner, comparison);
            if (row.cell("country") == null && collection == RawCollection.SECOND) {
                comparison.assertAbsent("country", "not_found", true); // no page says one
            }
            assertEquals(
                    row.words("type").stream().anyMatch(word -> word.startsWith("pnp_")),
                    partner.networks().contains(plugAndPlay),
                    partner.slug());
        });
    }

    /** Returns the partners by their slugs; a row about an organisation that has a record has its slug as a claim. */
    private static Map<String, PartnerRecord> partnersBySlug() {
        Map<String, PartnerRecord> partners = new HashMap<>();
        for (PartnerRecord partner : Atlas.walk(PartnerRecord.class, "/v1/partners?limit=200")) {
            partners.put(partner.slug(), partner);
            partner.provenance().stream()
                    .filter(claim -> "slug".equals(claim.field()) && !claim.used())
                    .forEach(claim -> partners.put(claim.value(), partner));
        }
        return partners;
    }

    private static void compare(RawTable.Row row, PartnerRecord partner, RawComparison comparison) {
        comparison.sameOrClaimed("slug", row.cell("slug"), partner.slug());
        comparison.name(row.cell("name"));
        row.words("type").forEach(word -> compareType(word, partner, comparison));
        compareCountries(row, partner, comparison);
        comparison.sameOrClaimed("city", row.cell("city"), partner.city());
        String role = row.cell("role");
        comparison.collected("summary", role, true, row.cell("source"));
        if (!partner.networks().isEmpty()) {
            comparison.assertClaimed("networks", role);
        }
        comparison.sources(row.cell("source"));
    }

    /**
     * The raw type of public and research partners of Plug and Play stands for several types; the name and the role
     * decide which. Where they say more than the raw type, it is a claim beside theirs.
     */
    private static void compareType(String word, PartnerRecord partner, RawComparison comparison) {
        boolean inferred = comparison.isInferred("types", partner.types());
        if (word.equals("pnp_public_or_rnd")) {
            comparison.assertClaimed("types", word);
            assertTrue(
                    inferred
                            || List.of(List.of("rnd_center"), List.of("government"))
                                    .contains(partner.types()),
                    () -> partner.slug() + " is " + partner.types());
        } else if (inferred && !partner.types().contains(word)) {
            comparison.assertClaimed("types", word);
        } else {
            comparison.oneOf("types", "partner_types", word, partner.types());
        }
    }

    private static void compareCountries(RawTable.Row row, PartnerRecord partner, RawComparison comparison) {
        List<String> countries = row.words("country");
        comparison.same(countries.isEmpty() ? null : countries.get(0).replace("?", ""), partner.country());
        if (!countries.isEmpty() && countries.get(0).contains("?")) {
            comparison.assertUnverified("country", countries.get(0));
        }
        for (String further : countries.stream().skip(1).toList()) {
            comparison.assertClaimed("country", row.cell("country"));
            assertTrue(
                    partner.presences().stream()
                            .anyMatch(presence -> presence.country().equals(further)),
                    () -> partner.slug() + " is not in " + further);
        }
    }
}
