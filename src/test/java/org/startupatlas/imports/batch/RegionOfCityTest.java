package org.startupatlas.imports.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.imports.Imports;
import org.startupatlas.record.Claim;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that new records of an import get the region of their Moroccan city. */
@QuarkusTest
@TestProfile(ForWriting.class)
class RegionOfCityTest {
    @ParameterizedTest
    @CsvSource({
        "tetouan, MA, MA-01",
        "Casa, MA, MA-06",
        "Dar El Beida, MA, MA-06",
        "Tangiers, MA, MA-01",
        "Marrakesh, , MA-07",
        "Fkih Ben Salah, MA, MA-05",
        "العرائش, MA, MA-01",
        "FÈS, MA, MA-03",
        "أكادير, MA, MA-09",
        "Ben Guerir, , MA-07",
        "Rabat, MT, ",
        "Timbuktu, MA, "
    })
    void regionFollowsFromTheCity(String city, String country, String region) {
        String name = "Derived " + city + country;
        Imports.csv(
                "startups", "name,city,country\n" + name + "," + city + "," + (country == null ? "" : country) + "\n");
        assertEquals(region, imported(name).region());
    }

    private static StartupRecord imported(String name) {
        return Atlas.page(StartupRecord.class, "/v1/startups?name=" + Atlas.encode(name))
                .data()
                .get(0);
    }

    @Test
    void regionIsClaimedAsInferred() {
        Imports.csv("startups", "name,city,country\nClaimed region,Oujda,MA\n");
        List<Claim> claims = imported("Claimed region").provenance();
        assertEquals(2, claims.size(), "that of the region, and that of the key");
        assertNull(claims.get(1).field());
        assertEquals("region", claims.get(0).field());
        assertEquals("MA-02", claims.get(0).value());
        assertEquals("inferred", claims.get(0).confidence());
    }

    @Test
    void givenRegionAndClaimsAreKept() {
        Imports.csv("startups", "name,city,country,region\nGiven region,Oujda,MA,MA-03\n");
        assertEquals("MA-03", imported("Given region").region());
        Imports.ndjson(
                "startups",
                "{\"name\":\"Own claims\",\"city\":\"Oujda\",\"country\":\"MA\",\"provenance\":[]}\n"
                        + "{\"name\":\"Unknown region\",\"city\":\"Oujda\",\"country\":\"MA\",\"region\":null}\n");
        assertNull(imported("Own claims").region());
        assertNull(imported("Unknown region").region());
    }

    @Test
    void storedRecordsAreLeftAsTheyAre() {
        Writes.createStartup("Stored without region", ",\"country\":\"MA\"");
        Imports.csv("startups", "name,city,country\nStored without region,Oujda,MA\n");
        assertEquals("Oujda", imported("Stored without region").city());
        assertNull(imported("Stored without region").region());
    }
}
