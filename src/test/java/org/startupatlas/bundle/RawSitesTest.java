package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.Folding;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of Technopark's sites are in their records, which have the same order. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawSitesTest {
    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        List<SiteRecord> sites = Atlas.walk(SiteRecord.class, "/v1/sites");
        assertEquals(RawCollection.rows("technopark_sites"), sites.size());
        int before = collection.before("technopark_sites");
        collection.table("technopark_sites").check(row -> {
            SiteRecord site = sites.get(before + row.number());
            compare(row, site, new RawComparison(site, spellings, collection));
        });
    }

    @Test
    void technoparkOperatesAllSites() {
        PartnerRecord technopark = Atlas.one(PartnerRecord.class, "/v1/partners/technopark-morocco");
        assertEquals(
                RawCollection.rows("technopark_sites"),
                Atlas.walk(SiteRecord.class, "/v1/sites?operator.partner=" + technopark.id())
                        .size());
    }

    private static void compare(RawTable.Row row, SiteRecord site, RawComparison comparison) {
        compareCity(row.cell("city"), site, comparison);
        String opened = row.cell("opened");
        comparison.date("opened", "planned".equals(opened) ? null : opened, site.opened());
        comparison.same(row.cell("iso_region"), site.region());
        comparison.code("status", "site_statuses", row.cell("status"), site.status());
        comparison.same(
                row.cell("lat"),
                Optional.ofNullable(site.point()).map(point -> point.lat()).orElse(null));
        comparison.same(
                row.cell("lon"),
                Optional.ofNullable(site.point()).map(point -> point.lon()).orElse(null));
        compareNotes(row.cell("note"), site, comparison);
        comparison.sources(row.cell("source"));
    }

    /** The place within the city is in brackets, and in the name of the site. */
    private static void compareCity(String raw, SiteRecord site, RawComparison comparison) {
        comparison.name("Technopark " + raw);
        String city = raw.replaceFirst(" \\(.*\\)$", "");
        assertEquals(Folding.fold(city), Folding.fold(site.city()));
        if (!city.equals(raw)) {
            comparison.assertClaimed("city", raw);
        }
    }

    /** Notes that were notes of work have our wording, and the raw one as a claim. */
    private static void compareNotes(String raw, SiteRecord site, RawComparison comparison) {
        if (raw == null || raw.equals(site.notes())) {
            comparison.same(raw, site.notes());
        } else {
            comparison.assertNotHeld("notes", raw);
        }
    }
}
