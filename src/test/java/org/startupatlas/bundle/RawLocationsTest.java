package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;

/**
 * Tests that all cells of the raw file of Plug and Play's locations are in its presences, which have the same order.
 */
@QuarkusTest
class RawLocationsTest {
    private final RawTable table = RawTable.of("ecosystem/plug_and_play_locations.csv");

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        PartnerRecord partner = Atlas.one(PartnerRecord.class, "/v1/partners/plug-and-play");
        assertEquals(table.size(), partner.presences().size());
        table.check(row -> compare(row, partner, new RawComparison(partner, spellings)));
    }

    private static void compare(RawTable.Row row, PartnerRecord partner, RawComparison comparison) {
        PartnerRecord.Presence presence = partner.presences().get(row.number());
        String city = row.cell("city");
        comparison.same(row.cell("country"), presence.country());
        assertTrue(presence.city() == null ? city.startsWith("(") : city.contains(presence.city()), city);
        String since = row.cell("since");
        comparison.same(since == null ? null : RawComparison.dateText(since), presence.since());
        String place = city + ", " + row.cell("country");
        comparison.sources(
                row.cell("source"),
                claim -> "presences".equals(claim.field())
                        && claim.value().startsWith(place)
                        && Stream.of(row.cell("focus_or_note"), since)
                                .allMatch(text -> text == null || claim.value().contains(text)));
    }
}
