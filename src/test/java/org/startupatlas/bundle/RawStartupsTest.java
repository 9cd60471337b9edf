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

/** Tests that all cells of the raw file of startups are in their records. */
@QuarkusTest
class RawStartupsTest {
    private final RawTable table = RawTable.of("ecosystem/startups.csv");

    @Test
    void everyRowHasRecord() {
        assertEquals(
                table.size(), Atlas.walk(StartupRecord.class, "/v1/startups").size());
    }

    @Test
    void everyCellIsInRecord() {
        Spellings spellings = new Spellings();
        table.check(row -> compare(row, spellings));
    }

    private static void compare(RawTable.Row row, Spellings spellings) {
        StartupRecord startup = Atlas.one(StartupRecord.class, "/v1/startups/" + row.cell("slug"));
        RawComparison comparison = new RawComparison(startup, spellings);
        comparison.same(row.cell("slug"), startup.slug());
        comparison.name(row.cell("name"));
        compareCity(row.cell("city"), startup, comparison);
        compareFounded(row.cell("founded_year"), startup, comparison);
        row.words("sectors").forEach(word -> compareSector(word, startup, comparison, spellings));
        comparison.same(row.cell("summary"), startup.summary().en());
        compareCountry(row, startup, comparison);
        comparison.code("status", "startup_statuses", row.cell("status"), startup.status());
        compareMarkets(row.words("markets"), startup, comparison);
        comparison.same(row.cell("website"), startup.website());
        assertNull(row.cell("label"), "the raw file names no labels");
        comparison.same(row.cell("notes"), startup.notes());
        comparison.sources(row.cell("source"));
    }

    private static void compareCity(String raw, StartupRecord startup, RawComparison comparison) {
        if (startup.city() != null || raw == null) {
            comparison.same(raw, startup.city());
        } else {
            comparison.assertClaimed("city", raw);
            assertTrue(startup.region() != null, startup.slug());
        }
    }

    private static void compareFounded(String year, StartupRecord startup, RawComparison comparison) {
        comparison.same(year, startup.foundedYear());
        comparison.same(
                year,
                Optional.ofNullable(startup.founded())
                        .map(date -> date.text().substring(0, 4))
                        .orElse(null));
    }

    private static void compareSector(String word, StartupRecord startup, RawComparison comparison, Spellings spellings) {
        if (word.equals("unverified")) {
            assertEquals(List.of(), startup.sectors(), startup.slug());
            comparison.assertUnverified("sectors", null);
        } else if (spellings.find("sectors", word).isPresent()) {
            comparison.oneOf("sectors", "sectors", word, startup.sectors());
        } else {
            comparison.assertClaimed("sectors", word);
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

    private static void compareCountry(RawTable.Row row, StartupRecord startup, RawComparison comparison) {
        List<String> countries = row.words("hq_country");
        comparison.same(countries.isEmpty() ? null : countries.get(0), startup.country());
        if (countries.size() > 1) {
            comparison.assertClaimed("country", row.cell("hq_country"));
        }
    }

    private static void compareMarkets(List<String> raw, StartupRecord startup, RawComparison comparison) {
        List<String> countries =
                startup.markets().stream().map(StartupRecord.Market::country).toList();
        assertEquals(raw.stream().filter(word -> !word.equals("EU")).toList(), countries, startup.slug());
        if (raw.contains("EU")) {
            comparison.assertClaimed("markets", "EU");
        }
    }
}
