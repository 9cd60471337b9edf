package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Folding;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.testing.Atlas;

/** Tests that all cells of the raw file of Technopark's sites are in their records, which have the same order. */
@QuarkusTest
class RawSitesTest {
    private final RawTable table = RawTable.of("ecosystem/technopark_sites.csv");

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        List<SiteRecord> sites = Atlas.walk(SiteRecord.class, "/v1/sites");
        assertEquals(table.size(), sites.size());
        table.check(row -> compare(row, sites.get(row.number()), spellings));
    }

    @Test
    void technoparkOperatesAllSites() {
        PartnerRecord technopark = Atlas.one(PartnerRecord.class, "/v1/partners/technopark-morocco");
        assertEquals(
                table.size(),
                Atlas.walk(SiteRecord.class, "/v1/sites?operator.partner=" + technopark.id())
                        .size());
    }

    private static void compare(RawTable.Row row, SiteRecord site, Spellings spellings) {
        RawComparison comparison = new RawComparison(site, spellings);
        String city = row.cell("city");
        comparison.name("Technopark " + city);
        assertArrayEquals(Folding.key(city), Folding.key(site.city()));
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
        comparison.same(row.cell("note"), site.notes());
        comparison.sources(row.cell("source"));
    }
}
