package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.Folding;
import org.startupatlas.resource.site.SiteRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that all cells of the raw files of startups are in their records. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawStartupsTest {
    private static final Pattern RESIDENT = Pattern.compile("Technopark resident(?: \\((?<city>[^)]+)\\))?");

    /** Words of sectors that have no code, because they are ambiguous. */
    private static final Set<String> WITHOUT_CODE = Set.of("3d");

    /** Startups whose raw city is that of somebody else or uncertain, so that neither it nor its region is theirs. */
    private static final Set<String> WITHOUT_CITY = Set.of("datapathology", "smartypark");

    @Test
    void everyRowHasRecord() {
        assertEquals(
                RawCollection.rows("startups"),
                Atlas.walk(StartupRecord.class, "/v1/startups?limit=200").size());
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        collection.table("startups").check(row -> compare(row, spellings, collection));
    }

    private static void compare(RawTable.Row row, Spellings spellings, RawCollection collection) {
        StartupRecord startup = Atlas.one(StartupRecord.class, "/v1/startups/" + row.cell("slug"));
        RawComparison comparison = new RawComparison(startup, spellings, collection);
        comparison.same(row.cell("slug"), startup.slug());
        comparison.name(row.cell("name"));
        compareCity(row.cell("city"), startup, comparison);
        compareFounded(row.cell("founded_year"), startup, comparison);
        row.words("sectors").forEach(word -> compareSector(word, startup, comparison, spellings));
        assertFounded("sectors", startup.sectors(), row.words("sectors"), startup, spellings);
        assertFounded("technologies", startup.technologies(), row.words("sectors"), startup, spellings);
        assertFounded("business_models", startup.businessModels(), row.words("sectors"), startup, spellings);
        comparison.collected("summary", row.cell("summary"), true, row.cell("source"));
        compareCountry(row, startup, comparison);
        comparison.code("status", "startup_statuses", row.cell("status"), startup.status());
        compareMarkets(row.words("markets"), startup, comparison);
        comparison.same(row.cell("website"), startup.website());
        assertNull(row.cell("label"), "the raw files name no labels");
        String notes = row.cell("notes");
        comparison.collected("notes", notes, Objects.equals(notes, startup.notes()), row.cell("source"));
        compareSite(notes == null ? "" : notes, startup, comparison);
        comparison.sources(row.cell("source"));
    }

    /** A cell of another form than one certain city is a claim; where the row has none, another source may. */
    private static void compareCity(String raw, StartupRecord startup, RawComparison comparison) {
        String city = startup.city();
        if (raw == null) {
            if (city != null) {
                comparison.assertAdded("city", city);
            }
        } else if (city == null) {
            comparison.assertNotHeld("city", raw);
            assertEquals(WITHOUT_CITY.contains(startup.slug()), startup.region() == null, startup.slug());
        } else if (raw.endsWith("?")) {
            comparison.same(raw, city + "?");
            comparison.assertUnverified("city", raw);
        } else {
            comparison.same(raw.split(";")[0], city);
            comparison.sameOrClaimed("city", raw, city);
        }
    }

    private static void compareFounded(String raw, StartupRecord startup, RawComparison comparison) {
        if (startup.founded() == null) {
            assertNull(raw, startup.slug());
            assertNull(startup.foundedYear(), startup.slug());
            return;
        }
        assertEquals(startup.founded().first().getYear(), startup.foundedYear(), startup.slug());
        if (raw == null) {
            comparison.assertAdded("founded_year", startup.founded().text());
        } else {
            comparison.same(raw.replace("?", ""), startup.foundedYear());
            if (raw.contains("?")) {
                comparison.assertUnverified("founded", raw);
            }
        }
    }

    private static void compareSector(
            String word, StartupRecord startup, RawComparison comparison, Spellings spellings) {
        if (word.equals("unverified")) {
            comparison.assertAbsent("sectors", "not_found", startup.sectors().isEmpty());
        } else if (spellings.find("sectors", word).isPresent()) {
            comparison.oneOf("sectors", "sectors", word, startup.sectors());
        } else {
            comparison.assertNotHeld("sectors", word);
            boolean technology = spellings
                    .find("technologies", word)
                    .filter(startup.technologies()::contains)
                    .isPresent();
            boolean model = spellings
                    .find("business_models", word)
                    .filter(startup.businessModels()::contains)
                    .isPresent();
            assertTrue(technology || model || WITHOUT_CODE.contains(word), () -> startup.slug() + " has lost " + word);
        }
    }

    /** Asserts that each code is that of a word of the row or of a claim. */
    private static void assertFounded(
            String field, List<String> codes, List<String> raw, StartupRecord startup, Spellings spellings) {
        Stream<String> claimed = startup.provenance().stream()
                .filter(claim ->
                        claim.value() != null && List.of("sectors", field).contains(claim.field()))
                .flatMap(claim -> Stream.of(claim.value().split(" *; *")));
        Set<String> meant = Stream.concat(raw.stream(), claimed)
                .flatMap(word -> spellings.find(field, word).stream())
                .collect(Collectors.toSet());
        assertTrue(meant.containsAll(codes), () -> startup.slug() + "." + field + " is " + codes + ", not " + meant);
    }

    private static void compareCountry(RawTable.Row row, StartupRecord startup, RawComparison comparison) {
        List<String> countries = row.words("hq_country");
        comparison.same(countries.isEmpty() ? null : countries.get(0), startup.country());
        if (countries.size() > 1) {
            comparison.assertNotHeld("country", row.cell("hq_country"));
        }
        String notes = row.cell("notes");
        if (notes != null && notes.contains("hq country unverified")) {
            comparison.assertAbsent("country", "not_found", true);
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

    /** The notes say which site of Technopark the startup is in; without a city, that is a claim. */
    private static void compareSite(String notes, StartupRecord startup, RawComparison comparison) {
        Matcher resident = RESIDENT.matcher(notes);
        if (!resident.find()) {
            assertNull(startup.site(), startup.slug());
            return;
        }
        comparison.assertClaimStarting("site", resident.group());
        String city = resident.group("city");
        if (city != null) {
            SiteRecord site = Atlas.one(SiteRecord.class, "/v1/sites/" + startup.site());
            assertEquals(Folding.fold(city), Folding.fold(site.city()), startup.slug());
        }
    }
}
