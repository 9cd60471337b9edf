package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.testing.Atlas;

/** Tests relations as lists, expanded records, counts, sums and filters. */
@QuarkusTest
class RelationsTest {
    static Stream<Arguments> relations() {
        return ResourceCatalog.SCHEMAS.stream()
                .flatMap(schema -> schema.relations().stream().map(relation -> Arguments.of(schema, relation)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("relations")
    void relationIsTheSameAsListExpandedAndCount(ResourceSchema schema, Relation relation) {
        long connected =
                all("/v1/" + schema.resource() + "?fields=id&limit=200&expand=counts," + relation.name())
                        .parallelStream()
                        .mapToLong(record -> sameRecords(schema, relation, record))
                        .sum();
        // The bundled startups are based at no site, and the registry maintains all of them.
        boolean isEmpty = List.of("site", "steward").containsAll(relation.links());
        assertEquals(isEmpty, connected == 0, relation::toString);
    }

    /** Asserts that a list under a record equals its expansion and count; returns the count. */
    private static long sameRecords(ResourceSchema schema, Relation relation, JsonNode record) {
        String path = "/v1/" + schema.resource() + "/" + record.get("id").textValue() + "/" + relation.name();
        JsonNode list = Atlas.tree(path + "?limit=200&total=true&fields=id");
        JsonNode expanded = record.at("/expanded/" + relation.name());
        long total = list.at("/page/total").longValue();
        assertEquals(total, record.at("/expanded/counts/" + relation.name()).longValue(), path);
        assertEquals(ids(list.get("data")).stream().limit(100).toList(), ids(expanded.get("data")), path);
        assertEquals(total > 100, expanded.get("truncated").booleanValue(), path);
        assertEquals(path, expanded.get("link").textValue());
        return total;
    }

    @Test
    void startupsOfAProgramAreItsParticipants() {
        assertEquals(
                Set.of("cleanmob", "freterium", "invyad", "kifal-auto", "weego"),
                slugs("/v1/programs/212-founders/startups"));
        assertEquals(
                slugs("/v1/programs/212-founders/startups"), slugs("/v1/startups?participations.program=212-founders"));
        assertEquals(Set.of("cleanmob"), slugs("/v1/programs/212-founders/startups?country=FR"));
    }

    @Test
    void conditionsOnOneListApplyToOneElement() {
        assertEquals(
                Set.of("weego"),
                slugs("/v1/startups?participations.program=seedstars-casablanca&participations.outcome=winner"));
        assertTrue(slugs("/v1/startups?participations.program=212-founders&participations.outcome=winner")
                .isEmpty());
    }

    @Test
    void filterFollowsReferences() {
        assertEquals(Set.of("FR", "NL"), countries("/v1/startups?country.region=150"));
        assertFalse(slugs("/v1/participations?program.type=acceleration").isEmpty());
    }

    @Test
    void startupPageNeedsOneRequest() {
        JsonNode page = Atlas.tree("/v1/startups/weego?expand=participations,programs,funding_rounds,country");
        assertEquals(3, page.at("/expanded/participations/data").size());
        assertEquals(3, page.at("/expanded/programs/data").size());
        assertEquals(2, page.at("/expanded/funding_rounds/data").size());
        assertEquals("Morocco", page.at("/expanded/country/name").textValue());
        assertEquals("MA", page.at("/markets/0/country").textValue());
    }

    @Test
    void programPageNeedsOneRequest() {
        JsonNode page = Atlas.tree("/v1/programs/212-founders?expand=startups,operators,participations");
        assertEquals(5, page.at("/expanded/startups/data").size());
        assertEquals("cdg-invest", page.at("/expanded/operators/data/0/slug").textValue());
        assertEquals(2, page.get("editions").size());
    }

    @Test
    void partnerPageNeedsOneRequest() {
        JsonNode page = Atlas.tree("/v1/partners/plug-and-play?expand=programs,agreements.parties");
        assertEquals(27, page.get("presences").size());
        assertTrue(page.at("/expanded/programs/data").size() >= 2);
        JsonNode agreement = page.at("/expanded/agreements/data/0");
        assertTrue(slugsOf(agreement.at("/expanded/parties/data")).contains("plug-and-play"));
    }

    @Test
    void countryPageNeedsOneRequest() {
        JsonNode page = Atlas.tree("/v1/countries/TN?expand=startups,partners,programs,counts");
        assertEquals(Set.of("chari", "dabadoc"), new TreeSet<>(slugsOf(page.at("/expanded/startups/data"))));
        assertTrue(slugsOf(page.at("/expanded/partners/data")).contains("plug-and-play"), "it has an office there");
    }

    @Test
    void fundingTotalsAreByClassAndCurrency() {
        JsonNode weego =
                Atlas.tree("/v1/startups/weego?fields=id&expand=funding_totals").at("/expanded/funding_totals");
        assertEquals(2, weego.size());
        assertEquals("MAD", weego.at("/0/currency").textValue());
        assertEquals(11_000_000, weego.at("/0/sum").intValue());
        assertEquals("USD", weego.at("/1/currency").textValue());
        assertEquals(250_000, weego.at("/1/sum").intValue());
    }

    @Test
    void facetOfRelatedRecordsCountsWhatTheirListsCount() {
        int values = 0;
        for (JsonNode partner : Atlas.tree("/v1/partners?fields=slug&expand=supported_sectors&limit=200")
                .get("data")) {
            long last = Long.MAX_VALUE;
            for (JsonNode sector : partner.at("/expanded/supported_sectors")) {
                long total = 0;
                for (String relation : List.of("programs", "startups")) {
                    String list = "/v1/partners/" + partner.get("slug").textValue() + "/" + relation;
                    long count =
                            Atlas.total(list + "?sectors=" + sector.get("value").textValue());
                    assertEquals(count, sector.get(relation).longValue(), list);
                    total += count;
                }
                assertTrue(total > 0 && total <= last, "the most frequent first");
                last = total;
                values++;
            }
        }
        assertTrue(values > 20, "values: " + values);
    }

    @Test
    void facetOfRelatedRecordsHasLabels() {
        JsonNode partner = Atlas.tree("/v1/partners/cdg-invest?expand=supported_sectors&lang=fr");
        String code = partner.at("/expanded/supported_sectors/0/value").textValue();
        JsonNode terms = Atlas.tree("/v1/vocabularies/sectors?lang=fr").get("terms");
        for (JsonNode term : terms) {
            if (term.get("code").textValue().equals(code)) {
                assertEquals(
                        term.get("labels"),
                        partner.get("labels").get("supported_sectors.value").get(code));
                return;
            }
        }
        throw new AssertionError(code + " is no sector");
    }

    @Test
    void longRelationIsTruncatedWithALink() {
        JsonNode region =
                Atlas.tree("/v1/countries/MA?expand=partners&fields=id").at("/expanded/partners");
        JsonNode list = Atlas.tree("/v1/countries/MA/partners?total=true&limit=1");
        assertEquals(
                list.at("/page/total").intValue() > 100, region.get("truncated").booleanValue());
        assertEquals("/v1/countries/MA/partners", region.get("link").textValue());
    }

    @Test
    void expandedRecordsAreLimited() {
        JsonNode answer = Atlas.tree(
                "/v1/countries?limit=200&fields=id&expand=partners.startups,startups.partners,programs.startups");
        int expanded = 0;
        int cut = 0;
        for (JsonNode list : answer.findValues("data")) {
            expanded += list.size();
        }
        for (JsonNode truncated : answer.findValues("truncated")) {
            cut += truncated.booleanValue() ? 1 : 0;
        }
        assertTrue(expanded <= Expander.MAX_PER_RESPONSE + 200, "expanded " + expanded);
        assertTrue(expanded < Expander.MAX_PER_RESPONSE || cut > 0, "omitted records are not reported");
    }

    private static Set<String> slugs(String path) {
        Set<String> slugs = new TreeSet<>();
        for (JsonNode record : all(path + (path.contains("?") ? "&" : "?") + "fields=slug&limit=200")) {
            slugs.add(record.get("slug").textValue());
        }
        return slugs;
    }

    private static Set<String> countries(String path) {
        Set<String> countries = new TreeSet<>();
        for (JsonNode record : all(path + "&fields=country&limit=200")) {
            countries.add(record.get("country").textValue());
        }
        return countries;
    }

    private static List<String> slugsOf(JsonNode records) {
        List<String> slugs = new ArrayList<>();
        records.forEach(record -> slugs.add(record.get("slug").textValue()));
        return slugs;
    }

    private static List<String> ids(JsonNode records) {
        List<String> ids = new ArrayList<>();
        records.forEach(record -> ids.add(record.get("id").textValue()));
        return ids;
    }

    private static List<JsonNode> all(String path) {
        List<JsonNode> records = new ArrayList<>();
        Atlas.tree(path).get("data").forEach(records::add);
        return records;
    }
}
