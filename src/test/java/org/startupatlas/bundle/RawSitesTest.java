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

/** Whatever the raw file says of Technopark's sites is in their records, which are in its order. */
@QuarkusTest
class RawSitesTest {
    private final RawTable table = RawTable.of("ecosystem/technopark_sites.csv");

    @Test
    void everyCellIsInTheRecord() {
        Spellings spellings = new Spellings();
        List<SiteRecord> sites = Atlas.walk(SiteRecord.class, "/v1/sites");
        assertEquals(table.size(), sites.size());
        table.check(row -> compare(row, sites.get(row.number()), spellings));
    }

    @Test
    void technoparkOperatesThemAll() {
        PartnerRecord technopark = Atlas.one(PartnerRecord.class, "/v1/partners/technopark-morocco");
        assertEquals(
                table.size(),
                Atlas.walk(SiteRecord.class, "/v1/sites?operator.partner=" + technopark.id())
                        .size());
    }

    private static void compare(RawTable.Row row, SiteRecord site, Spellings spellings) {
        RawComparison said = new RawComparison(site, spellings);
        String city = row.cell("city");
        said.name("Technopark " + city);
        assertArrayEquals(Folding.key(city), Folding.key(site.city()));
        String opened = row.cell("opened");
        said.date("opened", "planned".equals(opened) ? null : opened, site.opened());
        said.same(row.cell("iso_region"), site.region());
        said.code("status", "site_statuses", row.cell("status"), site.status());
        said.same(
                row.cell("lat"),
                Optional.ofNullable(site.point()).map(point -> point.lat()).orElse(null));
        said.same(
                row.cell("lon"),
                Optional.ofNullable(site.point()).map(point -> point.lon()).orElse(null));
        said.same(row.cell("note"), site.notes());
        said.sources(row.cell("source"));
    }
}
