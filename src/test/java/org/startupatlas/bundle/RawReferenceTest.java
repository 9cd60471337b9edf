package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.Point;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.record.Translated;
import org.startupatlas.resource.country.CountryRecord;
import org.startupatlas.resource.vocabulary.VocabularyRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that the raw lists of countries, regions and vocabularies are in the API. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawReferenceTest {
    private static final Path REFERENCE = Path.of("src", "test", "resources", "raw", "reference");

    /** Territories whose capital, currencies and languages are contested, and therefore null: no position is taken. */
    private static final Set<String> CONTESTED = Set.of("EH");

    /** Countries on both sides of the 180th meridian, for which the list has a mean longitude in another ocean. */
    private static final Set<String> WRONG_POINTS = Set.of("FJ", "RU");

    /** Territories whose capital is contested, and therefore null. */
    private static final Set<String> CONTESTED_CAPITAL = Set.of("EH", "IL", "PS");

    @Test
    void countriesEqualRawList() throws IOException {
        Spellings spellings = new Spellings();
        Map<String, CountryRecord> countries = new HashMap<>();
        Atlas.walk(CountryRecord.class, "/v1/countries?limit=200")
                .forEach(country -> countries.put(country.id(), country));
        JsonNode list = raw("countries.json");
        assertEquals(list.size(), countries.size());
        for (JsonNode raw : list) {
            CountryRecord country = countries.get(raw.get("alpha2").textValue());
            assertAll(
                    raw.get("alpha2").textValue(),
                    () -> compareNames(raw, country),
                    () -> compareAttributes(raw, country),
                    () -> compareAreas(raw, country, spellings));
        }
    }

    private static void compareNames(JsonNode raw, CountryRecord country) {
        Translated names = country.names();
        assertEquals(translated(raw.get("names")), names);
        assertEquals(names.en(), country.name());
        String own = raw.get("nativeName").textValue();
        Stream<String> known = Stream.concat(
                Stream.of(names.fr(), names.ar(), names.en()),
                country.otherNames().stream().map(OtherName::name));
        assertTrue(own == null || known.anyMatch(TextNormalizer.normalize(own, false)::equals), own);
    }

    private static void compareAttributes(JsonNode raw, CountryRecord country) {
        assertEquals(raw.get("alpha3").textValue(), country.alpha3());
        assertEquals(raw.get("numeric").textValue(), country.numeric());
        assertEquals(texts(raw.get("callingCodes")), country.callingCodes());
        boolean contested = CONTESTED.contains(country.id());
        assertEquals(contested ? List.of() : texts(raw.get("currencies")), country.currencies());
        assertEquals(contested ? List.of() : texts(raw.get("languages")), country.languages());
        if (CONTESTED_CAPITAL.contains(country.id())) {
            assertNull(country.capital());
            assertNotNull(country.notes());
        } else {
            assertEquals(raw.get("capital").textValue(), country.capital());
        }
        comparePoint(Atlas.json().convertValue(raw.get("representativePoint"), Point.class), country);
    }

    private static void comparePoint(Point raw, CountryRecord country) {
        if (!WRONG_POINTS.contains(country.id())) {
            assertEquals(raw, country.point());
            return;
        }
        String value = raw.lat() + ", " + raw.lon();
        assertTrue(
                country.provenance().stream()
                        .anyMatch(
                                claim -> "point".equals(claim.field()) && !claim.used() && value.equals(claim.value())),
                country.id());
    }

    private static void compareAreas(JsonNode raw, CountryRecord country, Spellings spellings) {
        compareArea(raw.get("region"), country.region(), spellings);
        compareArea(raw.get("subregion"), country.subregion(), spellings);
        compareArea(raw.get("intermediateRegion"), country.intermediateRegion(), spellings);
    }

    private static void compareArea(JsonNode raw, String code, Spellings spellings) {
        if (raw.isNull()) {
            assertNull(code);
            return;
        }
        assertEquals(raw.get("code").textValue(), code);
        VocabularyRecord.Term area = term(spellings.vocabulary("m49_areas"), code);
        Translated labels = area.labels();
        for (String language : List.of("fr", "ar", "en")) {
            String name = raw.get(language).textValue();
            boolean labelled = List.of(labels.fr(), labels.ar(), labels.en()).contains(name);
            assertTrue(labelled || area.spellings().contains(name), () -> name + " of " + area);
        }
    }

    @Test
    void regionsEqualRawList() {
        Spellings spellings = new Spellings();
        VocabularyRecord regions = spellings.vocabulary("regions");
        RawTable table = RawTable.of("reference/moroccan_regions.csv");
        assertEquals(table.size(), regions.terms().size());
        table.check(row -> {
            RawComparison comparison = new RawComparison(regions, spellings, RawCollection.FIRST);
            VocabularyRecord.Term region = term(regions, row.cell("code"));
            String french = row.cell("name_fr");
            assertTrue(region.labels().fr().equals(french) || region.spellings().contains(french), french);
            comparison.same(row.cell("name_ar"), region.labels().ar());
            comparison.assertUnverified(
                    "terms", row.cell("code") + ": " + row.cell("name_ar") + ", " + row.cell("capital_city"));
            assertTrue(
                    regions.provenance().stream()
                            .anyMatch(claim ->
                                    claim.note() != null && claim.note().contains(row.cell("source"))),
                    row.cell("source"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "technopark_sectors, sectors technologies",
        "technopark_technologies, technologies",
        "plug_and_play_verticals_seen, sectors technologies",
        "plug_and_play_verticals_unverified, sectors",
        "startup_stage, stages",
        "operating_status, startup_statuses",
        "crunchbase_style_round, funding_types",
        "investor_type, partner_types",
        "support_pillar, pillars",
        "partner_type, partner_types",
        "program_type, program_types",
        "business_model, business_models",
        "market_entry_mode, market_modes",
        "market_entry_state, market_states"
    })
    void everySpellingOfListsMeansOneTerm(String list, String vocabularies) throws IOException {
        Spellings spellings = new Spellings();
        JsonNode raw = raw("vocabularies.json").get(list);
        JsonNode words = raw.isArray() ? raw : raw.get("values");
        assertTrue(words.size() > 0);
        for (JsonNode word : words) {
            String text = (word.isArray() ? word.get(0) : word).textValue();
            long meanings = Stream.of(vocabularies.split(" "))
                    .filter(vocabulary -> spellings.find(vocabulary, text).isPresent())
                    .count();
            assertEquals(1, meanings, text);
        }
    }

    private static VocabularyRecord.Term term(VocabularyRecord vocabulary, String code) {
        return vocabulary.terms().stream()
                .filter(term -> term.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode raw(String name) throws IOException {
        return Atlas.json().readTree(REFERENCE.resolve(name).toFile());
    }

    private static Translated translated(JsonNode node) {
        return Atlas.json().convertValue(node, Translated.class);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
