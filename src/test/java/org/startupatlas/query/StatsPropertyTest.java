package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.OperatorRules;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.testing.Atlas;

/**
 * One number, one truth: under random filters a statistic is the total, and the length of the walk, of the list that
 * asks for its group, and the facet's count. The requests are the same ones each time; a message names the one that
 * failed.
 */
@QuarkusTest
class StatsPropertyTest {
    private static final int FILTERS = 6;

    private final Random random = new Random(7);

    @Inject
    SchemaRegistry register;

    @Inject
    Vocabularies terms;

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void statisticEqualsTotalAndLengthOfItsList(String resource) {
        long groups = 0;
        for (Parameter filter : filters(resource)) {
            String list = list(resource, filter);
            long length = Atlas.walk(JsonNode.class, list + "&limit=20").size();
            for (Dimension dimension : some(resource, filter, 4)) {
                JsonNode stats = stats(resource, filter, dimension.name());
                assertEquals(length, stats.at("/meta/total").longValue(), list);
                assertEquals(length, Atlas.total(list), list);
                assertCountsWhatItLeadsTo(list, List.of(dimension), stats.get("data"));
                if (dimension.path().isFacetable()) {
                    assertIsTheFacet(list, dimension.name(), stats.get("data"));
                }
                groups += stats.get("data").size();
            }
        }
        assertTrue(groups > 0, "the filters find nothing");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void twoDimensionsEqualBothFilters(String resource) {
        for (Parameter filter : filters(resource)) {
            List<Dimension> two = some(resource, filter, 2);
            if (two.size() == 2 && !two.get(0).path().equals(two.get(1).path())) {
                JsonNode stats = stats(
                        resource, filter, two.get(0).name() + "," + two.get(1).name());
                assertCountsWhatItLeadsTo(list(resource, filter), two, stats.get("data"));
            }
        }
    }

    /** Each row is as long as the list of its values; what lies in no period is what is left of the others. */
    private static void assertCountsWhatItLeadsTo(String list, List<Dimension> dimensions, JsonNode rows) {
        for (JsonNode row : rows) {
            String led = list;
            boolean inNoPeriod = false;
            for (Dimension dimension : dimensions) {
                JsonNode value = row.get(dimension.name());
                inNoPeriod |= dimension.interval() != null && value.isNull();
                led = inNoPeriod ? led : led(led, dimension, value);
            }
            if (!inNoPeriod) {
                assertEquals(Atlas.total(led), row.get("count").longValue(), led);
            }
        }
        if (dimensions.size() == 1 && dimensions.get(0).interval() != null) {
            long all = 0;
            for (JsonNode row : rows) {
                all += row.get("count").longValue();
            }
            assertEquals(Atlas.total(list), all, list);
        }
    }

    private static void assertIsTheFacet(String list, String name, JsonNode rows) {
        JsonNode facet =
                Atlas.tree(Atlas.with(list, "facets", name)).get("facets").get(name);
        Map<JsonNode, Long> expected = new HashMap<>();
        facet.get("values")
                .forEach(value ->
                        expected.put(value.get("value"), value.get("count").longValue()));
        Map<JsonNode, Long> counted = new HashMap<>();
        long missing = 0;
        for (JsonNode row : rows) {
            if (row.get(name).isNull()) {
                missing = row.get("count").longValue();
            } else {
                counted.put(row.get(name), row.get("count").longValue());
            }
        }
        assertEquals(expected, counted, list);
        assertEquals(facet.get("missing").longValue(), missing, list);
    }

    /** The list with a filter that asks for this value. */
    private static String led(String list, Dimension dimension, JsonNode value) {
        String field = dimension.path().name();
        if (dimension.interval() == null) {
            return value.isNull()
                    ? Atlas.with(list, field + "__exists", "false")
                    : Atlas.with(list, field, value.asText());
        }
        String period = value.textValue();
        if (dimension.field().type() == ValueTypes.PARTIAL_DATE) {
            return Atlas.with(list, field, period);
        }
        Instant from = first(period).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant before = first(period)
                .plusMonths(months(period))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Atlas.with(
                Atlas.with(list, field + "__gte", RecordJson.time(from)), field + "__lt", RecordJson.time(before));
    }

    private static YearMonth first(String period) {
        int year = Integer.parseInt(period.substring(0, 4));
        if (period.length() == 4) {
            return YearMonth.of(year, 1);
        }
        return period.charAt(5) == 'Q' ? YearMonth.of(year, 3 * (period.charAt(6) - '0') - 2) : YearMonth.parse(period);
    }

    private static int months(String period) {
        if (period.length() == 4) {
            return 12;
        }
        return period.charAt(5) == 'Q' ? 3 : 1;
    }

    /** Some of what can be counted by that the filter does not ask of: conditions on one list are about one element. */
    private List<Dimension> some(String resource, Parameter filter, int max) {
        List<Dimension> all = new ArrayList<>(new AggregationSchema(register).dimensions(register.get(resource)));
        all.removeIf(dimension -> top(dimension.name()).equals(top(filter.name())));
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(max, all.size()));
    }

    private List<Parameter> filters(String resource) {
        ResourceSchema schema = register.get(resource);
        RandomValues values = new RandomValues(Walk.all(schema), terms, random);
        List<FieldPath> paths = register.filters(schema).stream()
                .map(filter -> register.paths(schema).get(filter.name()))
                .toList();
        List<Parameter> filters = new ArrayList<>();
        for (int i = 0; i < FILTERS; i++) {
            FieldPath path = paths.get(random.nextInt(paths.size()));
            List<Operator> operators = List.copyOf(OperatorRules.operators(path));
            Operator operator = operators.get(random.nextInt(operators.size()));
            String value = path.isOwn() ? values.next(path, operator) : FittingValue.of(path.field(), operator, terms);
            filters.add(new Parameter(operator.parameter(path.name()), value));
        }
        return filters;
    }

    private static String top(String name) {
        return name.split("\\.|__")[0];
    }

    private static String list(String resource, Parameter filter) {
        return Atlas.with("/v1/" + resource + "?fields=id", filter.name(), filter.value());
    }

    private static JsonNode stats(String resource, Parameter filter, String groupBy) {
        return Atlas.tree(Atlas.with("/v1/stats/" + resource + "?group_by=" + groupBy, filter.name(), filter.value()));
    }
}
