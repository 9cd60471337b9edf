package org.startupatlas.stats;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/** Statistics count and sum the records that their filters find, and nothing else. */
@QuarkusTest
class StatsTest {
    private static final String ROUNDS = "/v1/stats/funding_rounds";

    static List<String> resources() {
        return ResourceCatalog.DECLARATIONS.stream()
                .map(ResourceSchema::resource)
                .toList();
    }

    @Test
    void aRecordCountsOnceForEachOfItsValues() {
        List<StartupRecord> startups = Atlas.walk(StartupRecord.class, "/v1/startups?limit=200");
        Map<List<Object>, Long> expected = new HashMap<>();
        startups.forEach(startup -> orUnknown(startup.sectors())
                .forEach(sector -> expected.merge(Arrays.asList(sector, startup.country()), 1L, Long::sum)));
        StatsOf stats = StatsOf.at("/v1/stats/startups?group_by=sectors,country&metrics=count");
        assertEquals(expected, stats.counts("sectors", "country"));
        assertEquals(startups.size(), stats.meta().total());
        assertTrue(expected.values().stream().mapToLong(Long::longValue).sum() > startups.size(), "some have several");
    }

    @Test
    void aListInATableOfItsOwnIsCountedLikewise() {
        Map<List<Object>, Long> expected = new HashMap<>();
        for (ProgramRecord program : Atlas.walk(ProgramRecord.class, "/v1/programs?limit=200")) {
            for (Object country : orUnknown(program.countries())) {
                orUnknown(program.pillars())
                        .forEach(pillar -> expected.merge(Arrays.asList(country, pillar), 1L, Long::sum));
            }
        }
        assertEquals(
                expected,
                StatsOf.at("/v1/stats/programs?group_by=countries,pillars").counts("countries", "pillars"));
    }

    @Test
    void withoutGroupByAllRecordsAreOneRowAlsoWhenThereAreNone() {
        long all = Atlas.page(JsonNode.class, "/v1/startups?limit=1&total=true")
                .page()
                .total();
        assertEquals(
                List.of(Map.of("count", (int) all)),
                StatsOf.at("/v1/stats/startups").data());
        StatsOf none = StatsOf.at("/v1/stats/startups?name=nobody%20is%20called%20so&metrics=count,headcount__sum");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("count", 0);
        row.put("headcount__sum", null);
        assertEquals(List.of(row), none.data());
        assertEquals(0, none.meta().total());
    }

    @Test
    void moneyIsSummedForEachClassAndCurrencyAndNeverAcross() {
        Map<List<Object>, List<FundingRoundRecord>> groups = rounds().stream()
                .collect(Collectors.groupingBy(
                        round -> Arrays.asList(year(round), round.fundingClass(), currency(round))));
        StatsOf stats = StatsOf.at(ROUNDS + "?group_by=date__year&metrics=count,amount__sum,amount__avg,"
                + "amount__median,amount__min,amount__max");
        assertEquals(groups.size(), stats.data().size());
        groups.forEach((values, members) -> {
            Map<String, Object> row = stats.row(List.of("date__year", "class", "amount.currency"), values.toArray());
            assertEquals(members.size(), row.get("count"));
            Sample.of(members.stream()
                            .map(FundingRoundRecord::amount)
                            .filter(Objects::nonNull)
                            .map(amount -> amount.value())
                            .toList())
                    .assertIn(row, "amount");
        });
        assertEquals(37, stats.meta().total());
    }

    @Test
    void whatIsNotDisclosedCountsWithoutASum() {
        long undisclosed =
                rounds().stream().filter(round -> round.amount() == null).count();
        List<LinkedHashMap<String, Object>> rows = StatsOf.at(ROUNDS + "?metrics=count,amount__sum").data().stream()
                .filter(row -> row.get("amount.currency") == null)
                .toList();
        assertTrue(undisclosed > 0);
        assertEquals(
                undisclosed,
                rows.stream().mapToInt(row -> (int) row.get("count")).sum());
        rows.forEach(row -> assertNull(row.get("amount__sum")));
    }

    @Test
    void onlySumsArePartedByWhatTheyAreNeverAcross() {
        assertEquals(
                List.of("date__year", "count"),
                keys(StatsOf.at(ROUNDS + "?group_by=date__year").data().get(0)));
        assertEquals(
                List.of("class", "amount.currency", "amount__sum"),
                keys(StatsOf.at(ROUNDS + "?group_by=class&metrics=amount__sum")
                        .data()
                        .get(0)));
        assertEquals(
                List.of("type", "ticket.currency", "ticket.max__max"),
                keys(StatsOf.at("/v1/stats/programs?group_by=type&metrics=ticket.max__max")
                        .data()
                        .get(0)));
        JsonNode indicators = Atlas.tree("/v1/meta").at("/resources/indicators/stats/metrics");
        assertEquals("[\"count\"]", indicators.toString(), "figures of different units have no sum");
    }

    @Test
    void sumsOfAStartupAreItsFundingTotals() {
        JsonNode totals = Atlas.tree("/v1/startups/chari?expand=funding_totals").at("/expanded/funding_totals");
        StatsOf stats = StatsOf.at(ROUNDS + "?startup=chari&amount__exists=true&metrics=count,amount__sum");
        assertTrue(totals.size() > 0);
        assertEquals(totals.size(), stats.data().size());
        for (JsonNode total : totals) {
            Map<String, Object> row = stats.row(
                    List.of("class", "amount.currency"),
                    total.get("class").textValue(),
                    total.get("currency").textValue());
            assertEquals(total.get("count").intValue(), row.get("count"));
            assertEquals(total.get("sum").decimalValue(), StatsOf.number(row, "amount__sum"));
        }
    }

    @Test
    void whatAReferenceLeadsToIsCountedToo() {
        Map<UUID, StartupRecord> startups = Atlas.walk(StartupRecord.class, "/v1/startups?limit=200").stream()
                .collect(Collectors.toMap(StartupRecord::id, Function.identity()));
        Map<List<Object>, Long> expected = new HashMap<>();
        for (FundingRoundRecord round : rounds()) {
            StartupRecord startup = startups.get(round.startup());
            orUnknown(startup.sectors())
                    .forEach(sector -> expected.merge(Arrays.asList(sector, startup.country()), 1L, Long::sum));
        }
        assertEquals(
                expected,
                StatsOf.at(ROUNDS + "?group_by=startup.sectors,startup.country")
                        .counts("startup.sectors", "startup.country"));
    }

    @Test
    void aReferenceIsCountedByItsId() {
        Map<List<Object>, Long> expected =
                Atlas.walk(ParticipationRecord.class, "/v1/participations?limit=200").stream()
                        .collect(Collectors.groupingBy(
                                each -> List.<Object>of(each.program().toString()), Collectors.counting()));
        assertEquals(
                expected,
                StatsOf.at("/v1/stats/participations?group_by=program").counts("program"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date__year", "date__quarter", "date__month"})
    void aDateCountsInThePeriodInWhichItCertainlyLies(String dimension) {
        StatsOf stats = StatsOf.at(ROUNDS + "?group_by=" + dimension);
        int certain = 0;
        for (Map<String, Object> row : stats.data()) {
            Object period = row.get(dimension);
            if (period != null) {
                assertEquals(
                        total("/v1/funding_rounds?date__gte=" + period + "&date__lte=" + period),
                        row.get("count"),
                        () -> "in " + period);
                certain += (int) row.get("count");
            }
        }
        assertTrue(certain > 0);
        assertEquals(stats.meta().total() - certain, (long)
                (int) stats.row(List.of(dimension), (Object) null).get("count"));
    }

    @Test
    void aYearHasNoQuarterAndAMonthHas() {
        Map<List<Object>, Long> quarters =
                StatsOf.at(ROUNDS + "?group_by=date__quarter").counts("date__quarter");
        Map<List<Object>, Long> expected = new HashMap<>();
        for (FundingRoundRecord round : rounds()) {
            boolean exact = round.date() != null && round.date().text().matches("\\d{4}-(Q\\d|\\d\\d(-\\d\\d)?)");
            String quarter = exact
                    ? round.date().first().getYear() + "-Q"
                            + (round.date().first().getMonthValue() + 2) / 3
                    : null;
            expected.merge(Arrays.asList(quarter), 1L, Long::sum);
        }
        assertEquals(expected, quarters);
        assertTrue(quarters.containsKey(List.<Object>of("2026-Q1")));
    }

    @Test
    void periodsComeInTheOrderOfTimeAndWhatIsUnknownLast() {
        List<Object> years = StatsOf.at(ROUNDS + "?group_by=type,date__year").column("date__year");
        assertEquals(sortedUnknownLast(years), years);
        assertNull(years.get(years.size() - 1));
    }

    @Test
    void theMostFrequentComesFirstThenByValueAndWhatIsUnknownLast() {
        StatsOf stats = StatsOf.at("/v1/stats/startups?group_by=stage");
        List<LinkedHashMap<String, Object>> expected = new ArrayList<>(stats.data());
        expected.sort(Comparator.comparing((Map<String, Object> row) -> row.get("stage") == null)
                .thenComparing(row -> -(int) row.get("count"))
                .thenComparing(row -> String.valueOf(row.get("stage"))));
        assertEquals(expected, stats.data());
        assertNull(stats.data().get(stats.data().size() - 1).get("stage"));
    }

    @Test
    void whatIsUnknownIsTheFacetsMissing() {
        JsonNode facet =
                Atlas.tree("/v1/startups?limit=1&facets=sectors&country=MA").at("/facets/sectors");
        StatsOf stats = StatsOf.at("/v1/stats/startups?group_by=sectors&country=MA");
        assertEquals(
                facet.get("missing").intValue(),
                stats.row(List.of("sectors"), (Object) null).get("count"));
        List<Object> counted = new ArrayList<>();
        facet.get("values").forEach(value -> counted.add(value.get("value").textValue()));
        counted.add(null);
        assertEquals(counted, stats.column("sectors"));
    }

    @Test
    void codesHaveLabelsInTheLanguageAsked() {
        String path = "/v1/stats/startups?group_by=sectors,diaspora&lang=fr";
        assertEquals("fr", Atlas.get(200, path).header("Content-Language"));
        StatsOf stats = StatsOf.at(path);
        assertEquals("fr", stats.meta().lang());
        JsonNode fintech = Atlas.tree("/v1/vocabularies/sectors/agritech?lang=fr");
        Map<String, Object> row = stats.row(List.of("sectors", "diaspora"), "agritech", null);
        assertEquals(Map.of("sectors", Map.of("agritech", fintech.get("labels").textValue())), row.get("labels"));
        assertEquals(
                Map.of(), StatsOf.at("/v1/stats/startups?lang=ar").data().get(0).get("labels"));
        assertFalse(
                StatsOf.at("/v1/stats/startups?group_by=sectors").data().get(0).containsKey("labels"));
    }

    @Test
    void aTableForSpreadsheetsHasTheSameColumns() {
        String path = ROUNDS + "?group_by=startup.sectors&metrics=count,amount__sum";
        Response csv = Atlas.get(200, path + "&format=csv&lang=en");
        assertTrue(csv.contentType().startsWith("text/csv"), csv.contentType());
        List<String> lines = csv.asString().lines().toList();
        assertEquals(
                "startup.sectors,class,amount.currency,count,amount__sum,labels.startup.sectors,labels.class",
                lines.get(0));
        List<String> expected = StatsOf.at(path).data().stream()
                .map(row -> row.values().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(",")))
                .toList();
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(lines.get(i + 1).startsWith(expected.get(i) + ","), lines.get(i + 1));
        }
        assertEquals(expected.size(), lines.size() - 1);
        assertEquals(
                csv.asString(),
                given().header("Accept", "text/csv").get(path + "&lang=en").asString());
        assertEquals(
                "not-acceptable",
                Atlas.problem(
                                406,
                                given().header("Accept", "application/x-ndjson").get(path))
                        .code());
    }

    @Test
    void whoHasThemAlreadyGetsNothingMore() {
        String path = "/v1/stats/startups?group_by=sectors";
        Response first = Atlas.get(200, path);
        assertTrue(
                first.header("ETag").startsWith("W/\"" + first.header("Atlas-Revision") + "-"), first.header("ETag"));
        assertEquals(given().get("/v1/startups").header("Cache-Control"), first.header("Cache-Control"));
        assertEquals(
                304,
                given().header("If-None-Match", first.header("ETag")).get(path).statusCode());
        assertFalse(first.header("ETag").equals(given().get(path + "&lang=fr").header("ETag")));
        Response head = given().head(path);
        assertEquals(200, head.statusCode());
        assertEquals(first.header("ETag"), head.header("ETag"));
        assertEquals(first.header("Content-Length"), head.header("Content-Length"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void whateverMetaOffersIsAnswered(String resource) {
        JsonNode offered = Atlas.tree("/v1/meta").at("/resources/" + resource + "/stats");
        long total = total("/v1/" + resource + "?limit=1");
        List<String> metrics = new ArrayList<>();
        offered.get("metrics").forEach(metric -> metrics.add(metric.textValue()));
        assertTrue(offered.get("group_by").size() > 0);
        for (JsonNode dimension : offered.get("group_by")) {
            StatsOf stats = StatsOf.at("/v1/stats/" + resource + "?group_by=" + dimension.textValue() + "&metrics="
                    + String.join(",", metrics));
            assertEquals(total, stats.meta().total());
            assertTrue(
                    stats.data().stream()
                                    .mapToLong(row -> (int) row.get("count"))
                                    .sum()
                            >= total,
                    () -> resource + " by " + dimension);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group_by=sector | group_by | unknown-field | sectors",
                "group_by=name | group_by | not-groupable |",
                "group_by=founded | group_by | not-groupable | founded__year",
                "group_by=founded__decade | group_by | not-groupable | founded__year",
                "group_by=closed__decade | group_by | not-groupable | closed__year",
                "group_by=markets.country | group_by | not-groupable |",
                "group_by=participations.program | group_by | not-groupable |",
                "group_by=status,stage,country | group_by | too-many |",
                "group_by=stage,stage | group_by | repeated-value |",
                "group_by= | group_by | empty-value |",
                "lang=fr&lang=en | lang | repeated-parameter |",
                "group_by=stage&group_by=stage | group_by | repeated-value |",
                "metrics=counts | metrics | unknown-field | count",
                "metrics=headcount | metrics | no-metric | headcount__sum",
                "metrics=headcount__mode | metrics | no-metric |",
                "metrics=sectors__sum | metrics | no-metric |",
                "metrics=count,count | metrics | repeated-value |",
                "metrics= | metrics | empty-value |",
                "groupby=stage | groupby | unknown-parameter | group_by",
                "limit=10 | limit | unknown-parameter |",
                "facets=stage | facets | unknown-parameter |",
                "sectors=fintec | sectors | unknown-code | fintech",
                "lang=de | lang | unknown-value |",
                "format=ndjson | format | unknown-value | json",
            })
    void whatCannotBeAskedIsRefused(String query, String parameter, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(400, "/v1/stats/startups?" + query);
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(meant, problem.didYouMean());
        assertFalse(problem.errors().get(0).detail().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void refusalsAreWrittenInEachLanguage(String language) {
        ProblemAnswer problem = Atlas.problem(
                400,
                given().header("Accept-Language", language).get("/v1/stats/startups?group_by=name&metrics=name__sum"));
        assertEquals(2, problem.errors().size());
        problem.errors().forEach(error -> assertTrue(error.detail().contains("name"), error.detail()));
    }

    @Test
    void anUnknownResourceIsToldWithTheNearest() {
        assertEquals(
                "/v1/stats/startups", Atlas.problem(404, "/v1/stats/startup").didYouMean());
        assertEquals("/v1/stats", Atlas.problem(404, "/v1/stat/startups").didYouMean());
        Response wrongMethod = given().delete("/v1/stats/startups");
        assertEquals("GET, HEAD, OPTIONS", wrongMethod.header("Allow"));
    }

    private static List<FundingRoundRecord> rounds() {
        return Atlas.walk(FundingRoundRecord.class, "/v1/funding_rounds?limit=200");
    }

    private static Object year(FundingRoundRecord round) {
        return round.date() != null
                        && round.date().first().getYear() == round.date().last().getYear()
                ? String.valueOf(round.date().first().getYear())
                : null;
    }

    private static Object currency(FundingRoundRecord round) {
        return round.amount() == null ? null : round.amount().currency();
    }

    private static List<?> orUnknown(List<String> values) {
        return values.isEmpty() ? Arrays.asList((Object) null) : values;
    }

    private static List<Object> sortedUnknownLast(List<Object> texts) {
        List<Object> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.nullsLast(Comparator.comparing(Object::toString)));
        return sorted;
    }

    private static List<String> keys(Map<String, Object> row) {
        return List.copyOf(new ArrayList<>(row.keySet()));
    }

    private static int total(String path) {
        return Atlas.page(JsonNode.class, Atlas.with(path, "total", "true"))
                .page()
                .total()
                .intValue();
    }
}
