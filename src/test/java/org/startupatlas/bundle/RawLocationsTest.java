package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/**
 * Tests that all cells of the raw files of Plug and Play's locations are in its presences, which have the same order.
 */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawLocationsTest {
    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        PartnerRecord partner = Atlas.one(PartnerRecord.class, "/v1/partners/plug-and-play");
        assertEquals(
                RawCollection.rows("plug_and_play_locations"),
                partner.presences().size());
        RawComparison comparison = new RawComparison(partner, new Spellings(), collection);
        int before = collection.before("plug_and_play_locations");
        collection
                .table("plug_and_play_locations")
                .check(row -> compare(row, partner.presences().get(before + row.number()), comparison));
    }

    private static void compare(RawTable.Row row, PartnerRecord.Presence presence, RawComparison comparison) {
        String city = row.cell("city");
        comparison.same(row.cell("country"), presence.country());
        assertTrue(presence.city() == null ? city.startsWith("(") : city.contains(presence.city()), city);
        String place = city + ", " + row.cell("country");
        String since = row.cell("since");
        compareSince(since, place, presence, comparison);
        comparison.sources(
                row.cell("source"),
                claim -> "presences".equals(claim.field())
                        && claim.value().startsWith(place)
                        && Stream.of(row.cell("focus_or_note"), since)
                                .allMatch(text -> text == null || claim.value().contains(text)));
    }

    /** Where the row has no date, another source of the second collection may have given it. */
    private static void compareSince(
            String raw, String place, PartnerRecord.Presence presence, RawComparison comparison) {
        if (raw == null && presence.since() != null) {
            comparison.assertAddedDate("presences", place + ": since ", presence.since());
        } else {
            comparison.same(raw == null ? null : RawComparison.dateText(raw), presence.since());
        }
    }
}
