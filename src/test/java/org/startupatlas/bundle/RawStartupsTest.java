package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;

/** Whatever the raw file says of startups is in their records. */
@QuarkusTest
class RawStartupsTest {
    private final RawTable table = RawTable.of("ecosystem/startups.csv");

    @Test
    void everyRowIsARecord() {
        assertEquals(
                table.size(), Atlas.walk(StartupRecord.class, "/v1/startups").size());
    }

    @Test
    void everyCellIsInTheRecord() {
        Spellings spellings = new Spellings();
        table.check(row -> compare(row, spellings));
    }

    private static void compare(RawTable.Row row, Spellings spellings) {
        StartupRecord startup = Atlas.one(StartupRecord.class, "/v1/startups/" + row.cell("slug"));
        RawComparison said = new RawComparison(startup, spellings);
        said.same(row.cell("slug"), startup.slug());
        said.name(row.cell("name"));
        compareCity(row.cell("city"), startup, said);
        compareFounded(row.cell("founded_year"), startup, said);
        row.words("sectors").forEach(word -> compareSector(word, startup, said, spellings));
        said.same(row.cell("summary"), startup.summary().en());
        compareCountry(row, startup, said);
        said.code("status", "startup_statuses", row.cell("status"), startup.status());
        compareMarkets(row.words("markets"), startup, said);
        said.same(row.cell("website"), startup.website());
        assertNull(row.cell("label"), "the raw file names no labels");
        said.same(row.cell("notes"), startup.notes());
        said.sources(row.cell("source"));
    }

    private static void compareCity(String raw, StartupRecord startup, RawComparison said) {
        if (startup.city() != null || raw == null) {
            said.same(raw, startup.city());
        } else {
            said.claimed("city", raw);
            assertTrue(startup.region() != null, startup.slug());
        }
    }

    private static void compareFounded(String year, StartupRecord startup, RawComparison said) {
        said.same(year, startup.foundedYear());
        said.same(
                year,
                Optional.ofNullable(startup.founded())
                        .map(date -> date.text().substring(0, 4))
                        .orElse(null));
    }

    private static void compareSector(String word, StartupRecord startup, RawComparison said, Spellings spellings) {
        if (word.equals("unverified")) {
            assertEquals(List.of(), startup.sectors(), startup.slug());
            said.assertUnverified("sectors", null);
        } else if (spellings.find("sectors", word).isPresent()) {
            said.oneOf("sectors", "sectors", word, startup.sectors());
        } else {
            said.claimed("sectors", word);
            boolean technology = spellings
                    .find("technologies", word)
                    .filter(startup.technologies()::contains)
                    .isPresent();
            boolean model = spellings
                    .find("business_models", word)
                    .filter(startup.businessModels()::contains)
                    .isPresent();
            assertTrue(technology || model, startup.slug() + " has lost " + word);
        }
    }

    private static void compareCountry(RawTable.Row row, StartupRecord startup, RawComparison said) {
        List<String> countries = row.words("hq_country");
        said.same(countries.isEmpty() ? null : countries.get(0), startup.country());
        if (countries.size() > 1) {
            said.claimed("country", row.cell("hq_country"));
        }
    }

    private static void compareMarkets(List<String> raw, StartupRecord startup, RawComparison said) {
        List<String> countries =
                startup.markets().stream().map(StartupRecord.Market::country).toList();
        assertEquals(raw.stream().filter(word -> !word.equals("EU")).toList(), countries, startup.slug());
        if (raw.contains("EU")) {
            said.claimed("markets", "EU");
        }
    }
}
