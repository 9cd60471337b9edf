package org.startupatlas.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;

/** Tests that statistics count the filtered records by their values, in the documented order. */
@QuarkusTest
class StatsCountsTest {
    @Test
    void recordCountsOnceForEachOfItsValues() {
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
    void valuesOfAListTableAreCountedLikewise() {
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
    void withoutGroupByThereIsOneRowAlsoForNoRecords() {
        long all = Atlas.total("/v1/startups?limit=1");
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
    void valuesOfReferencedRecordsAreCounted() {
        Map<UUID, StartupRecord> startups = Atlas.walk(StartupRecord.class, "/v1/startups?limit=200").stream()
                .collect(Collectors.toMap(StartupRecord::id, Function.identity()));
        Map<List<Object>, Long> expected = new HashMap<>();
        for (FundingRoundRecord round : StatsOf.fundingRounds()) {
            StartupRecord startup = startups.get(round.startup());
            orUnknown(startup.sectors())
                    .forEach(sector -> expected.merge(Arrays.asList(sector, startup.country()), 1L, Long::sum));
        }
        assertEquals(
                expected,
                StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=startup.sectors,startup.country")
                        .counts("startup.sectors", "startup.country"));
    }

    @Test
    void referenceIsCountedByItsId() {
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
    void dateCountsInThePeriodThatContainsAllOfIt(String dimension) {
        StatsOf stats = StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=" + dimension);
        int certain = 0;
        for (Map<String, Object> row : stats.data()) {
            Object period = row.get(dimension);
            if (period != null) {
                assertEquals(
                        (int) Atlas.total("/v1/funding_rounds?date__gte=" + period + "&date__lte=" + period),
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
    void monthHasAQuarterAndYearHasNone() {
        Map<List<Object>, Long> quarters =
                StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=date__quarter").counts("date__quarter");
        Map<List<Object>, Long> expected = new HashMap<>();
        for (FundingRoundRecord round : StatsOf.fundingRounds()) {
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
    void periodsAreInOrderOfTimeAndUnknownIsLast() {
        List<Object> years =
                StatsOf.at(StatsOf.FUNDING_ROUNDS + "?group_by=type,date__year").column("date__year");
        assertEquals(sortedUnknownLast(years), years);
        assertNull(years.get(years.size() - 1));
    }

    @Test
    void rowsAreSortedByCountThenByValueAndUnknownIsLast() {
        StatsOf stats = StatsOf.at("/v1/stats/startups?group_by=stage");
        List<LinkedHashMap<String, Object>> expected = new ArrayList<>(stats.data());
        expected.sort(Comparator.comparing((Map<String, Object> row) -> row.get("stage") == null)
                .thenComparing(row -> -(int) row.get("count"))
                .thenComparing(row -> String.valueOf(row.get("stage"))));
        assertEquals(expected, stats.data());
        assertNull(stats.data().get(stats.data().size() - 1).get("stage"));
    }

    @Test
    void countOfUnknownEqualsMissingOfTheFacet() {
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

    private static List<?> orUnknown(List<String> values) {
        return values.isEmpty() ? Arrays.asList((Object) null) : values;
    }

    private static List<Object> sortedUnknownLast(List<Object> texts) {
        List<Object> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.nullsLast(Comparator.comparing(Object::toString)));
        return sorted;
    }
}
