package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.testing.Atlas;

/** Tests that a partial date matches each period that contains it, in all endpoints. */
@QuarkusTest
class PeriodFiltersTest {
    private static final List<String> PERIODS =
            List.of("2021", "2024", "2025", "2024-H1", "2024-Q4", "2025-01", "2024-06-01", "2020/2025");

    @Inject
    SchemaRegistry register;

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "funding_rounds?date=2024, 7",
        "funding_rounds?date__ne=2024, 30",
        "startups?founded=2022, 2",
        "startups?founded=2016, 1",
        "startups?founded=2016-03, 1",
        "startups?founded=2016/2022, 9",
        "sites?opened=2023-12/2024-01, 1",
        "sites?opened=2023, 0",
        "sites?opened=2024, 0",
    })
    void equalityFindsDatesWithinThePeriod(String list, int count) {
        assertEquals(count, Atlas.total("/v1/" + list), list);
    }

    /** What lies within a period begins and ends in it; of a list, one and the same element does. */
    @ParameterizedTest
    @MethodSource("resources")
    void equalityExcludesDatesBeforeAndAfterThePeriod(String resource) {
        for (Filter filter : register.filters(register.get(resource))) {
            if (filter.field().type() == ValueTypes.PARTIAL_DATE) {
                for (String period : PERIODS) {
                    String list = "/v1/" + resource + "?fields=id";
                    String both = Atlas.with(
                            Atlas.with(list, filter.name() + "__gte", period), filter.name() + "__lte", period);
                    assertEquals(ids(both), ids(Atlas.with(list, filter.name(), period)), both);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyBucketEqualsTheListOfItsPeriod(String resource) {
        for (Dimension dimension : new AggregationSchema(register).dimensions(register.get(resource))) {
            if (dimension.interval() != null && dimension.field().type() == ValueTypes.PARTIAL_DATE) {
                String field = dimension.path().name();
                JsonNode rows = Atlas.tree("/v1/stats/" + resource + "?group_by=" + dimension.name())
                        .get("data");
                long inNone = Atlas.total("/v1/" + resource);
                for (JsonNode row : rows) {
                    if (!row.get(dimension.name()).isNull()) {
                        String period = row.get(dimension.name()).textValue();
                        String list = "/v1/" + resource + "?" + field + "=" + period;
                        assertEquals(Atlas.total(list), row.get("count").longValue(), list);
                        String stats = "/v1/stats/" + resource + "?" + field + "=" + period;
                        assertEquals(
                                row.get("count"), Atlas.tree(stats).at("/data/0/count"), "a statistic of " + stats);
                        inNone -= row.get("count").longValue();
                    }
                }
                assertEquals(inNone, inNoPeriod(rows, dimension.name()), dimension.name());
            }
        }
    }

    private static long inNoPeriod(JsonNode rows, String dimension) {
        for (JsonNode row : rows) {
            if (row.get(dimension).isNull()) {
                return row.get("count").longValue();
            }
        }
        return 0;
    }

    @Test
    void severalPeriodsAreAlternatives() {
        Set<String> expected = new TreeSet<>(ids("/v1/funding_rounds?date=2021"));
        expected.addAll(ids("/v1/funding_rounds?date=2024-H1"));
        assertFalse(expected.isEmpty());
        assertEquals(expected, ids("/v1/funding_rounds?date=2021,2024-H1"));
        assertEquals(
                Atlas.total("/v1/funding_rounds") - expected.size(),
                Atlas.total("/v1/funding_rounds?date__ne=2021,2024-H1"));
    }

    @Test
    void feedExportsAndPastRecordsAgree() {
        Set<String> found = ids("/v1/funding_rounds?date=2024");
        assertEquals(7, found.size());
        assertEquals(found, members("/v1/changes?since=0&limit=1000&resource=funding_rounds&date=2024", "id"));
        for (String moment : List.of("", "&as_of=619")) {
            assertEquals(found, members("/v1/exports/funding_rounds?format=json&date=2024" + moment, "id"));
        }
    }

    @Test
    void facetCountsDatesWithinThePeriod() {
        JsonNode facets =
                Atlas.tree("/v1/funding_rounds?date=2024&limit=1&facets=class").at("/facets/class");
        long counted = facets.get("missing").longValue();
        for (JsonNode value : facets.get("values")) {
            counted += value.get("count").longValue();
        }
        assertEquals(7, counted);
    }

    /** ISO 8601 has a year 0, PostgreSQL and the calendar have none; in tables it stands for an unknown year. */
    @ParameterizedTest
    @ValueSource(strings = {"founded=0000", "founded__ne=0000-06", "founded__gte=0000-01-01", "founded=0000/2020"})
    void yearZeroIsRejected(String filter) {
        assertEquals(
                "invalid-value",
                Atlas.problem(400, "/v1/startups?" + filter).errors().get(0).code());
        assertTrue(Atlas.total("/v1/startups?founded__gte=0001") > 0);
    }

    private static Set<String> ids(String list) {
        return Walk.ids(list + "&limit=200");
    }

    private static Set<String> members(String path, String name) {
        Set<String> members = new TreeSet<>();
        JsonNode answer = Atlas.tree(path);
        (answer.isArray() ? answer : answer.get("data"))
                .forEach(each -> members.add(each.get(name).textValue()));
        return members;
    }
}
