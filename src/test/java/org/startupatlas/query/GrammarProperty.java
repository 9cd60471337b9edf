package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.OperatorRules;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.testing.Atlas;

/**
 * What must hold of filters whatever they ask and whatever the records are: the list that the database gives is the
 * one that {@link ConditionMatcher} gives, and filters together obey the laws of sets. The random requests are the
 * same ones each time; a message names the one that failed.
 */
final class GrammarProperty {
    private final ResourceSchema schema;
    private final ListQueryParser grammar;
    private final List<JsonNode> records;
    private final RandomValues values;
    private final Random random = new Random(42);
    private final List<FieldPath> paths;

    GrammarProperty(
            ResourceSchema schema,
            SchemaRegistry register,
            ListQueryParser grammar,
            Vocabularies terms,
            List<JsonNode> records) {
        this.schema = schema;
        this.grammar = grammar;
        this.records = records;
        this.values = new RandomValues(records, terms, random);
        this.paths = register.filters(schema).stream()
                .map(filter -> register.paths(schema).get(filter.name()))
                .filter(path -> path.joins().stream().allMatch(step -> step instanceof Join.Elements))
                .toList();
    }

    /** Each operator of each field, alone, {@code times} times. */
    void eachFilterFindsWhatTheMatcherFinds(int times) {
        List<Parameter> parameters = new ArrayList<>();
        for (FieldPath path : paths) {
            for (Operator operator : OperatorRules.operators(path)) {
                for (int i = 0; i < times; i++) {
                    parameters.add(parameter(path, operator));
                }
            }
        }
        parameters.parallelStream().forEach(parameter -> assertFindsWhatMatches(List.of(parameter)));
    }

    /** Two or three filters at once. */
    void severalFiltersFindWhatTheMatcherFinds(int times) {
        for (int i = 0; i < times; i++) {
            List<Parameter> several = Stream.generate(this::parameter)
                    .limit(2L + random.nextInt(2))
                    .toList();
            if (several.stream().map(Parameter::name).distinct().count() == several.size()) {
                assertFindsWhatMatches(several);
            }
        }
    }

    /** Not equal is the rest of equal, and missing the rest of existing. */
    void oppositeFiltersAreComplements() {
        List<List<Parameter>> opposites = new ArrayList<>();
        for (FieldPath path : paths) {
            Set<Operator> operators = OperatorRules.operators(path);
            if (operators.contains(Operator.NOT_EQUAL)) {
                String value = values.next(path, Operator.EQUAL);
                opposites.add(
                        List.of(parameter(path, Operator.EQUAL, value), parameter(path, Operator.NOT_EQUAL, value)));
            }
            if (operators.contains(Operator.EXISTS)) {
                opposites.add(
                        List.of(parameter(path, Operator.EXISTS, "true"), parameter(path, Operator.EXISTS, "false")));
            }
        }
        opposites.parallelStream().forEach(both -> assertParted(both.get(0), both.get(1)));
    }

    /** Filters of different fields together find what each of them finds. */
    void filtersTogetherIntersect(int times) {
        for (int i = 0; i < times; i++) {
            Parameter one = parameter();
            Parameter other = parameter();
            if (!top(one).equals(top(other))) {
                Set<String> both = found(List.of(one));
                both.retainAll(found(List.of(other)));
                assertEquals(both, found(List.of(one, other)), one + " and " + other);
            }
        }
    }

    /** The exact count is the length of the walk. */
    void totalsCountTheWalk(int times) {
        for (int i = 0; i < times; i++) {
            Parameter parameter = parameter();
            String path = path(List.of(parameter)) + "&total=true&limit=20";
            long total = Atlas.page(JsonNode.class, path).page().total();
            assertEquals(total, Atlas.walk(JsonNode.class, path).size(), path);
        }
    }

    /** A facet's count is the total of the list that asks for its value instead of whatever was asked of its field. */
    void facetsEqualFilteredTotals(int times) {
        List<FieldPath> facetable =
                paths.stream().filter(FieldPath::isFacetable).toList();
        for (int i = 0; i < times && !facetable.isEmpty(); i++) {
            FieldPath facet = facetable.get(random.nextInt(facetable.size()));
            Parameter own = parameter(facet, Operator.EQUAL);
            Parameter other = parameter();
            boolean apart = !other.name().split("__")[0].equals(facet.name());
            List<Parameter> rest = apart ? List.of(other) : List.of();
            String list = path(rest) + "&limit=1&total=true";
            JsonNode counted = Atlas.tree(Atlas.with(Atlas.with(list, own.name(), own.value()), "facets", facet.name()))
                    .get("facets")
                    .get(facet.name());
            for (JsonNode value : counted.get("values")) {
                String led = Atlas.with(list, facet.name(), value.get("value").asText());
                assertEquals(total(led), value.get("count").longValue(), led);
            }
            String without = Atlas.with(list, facet.name() + "__exists", "false");
            assertEquals(
                    OperatorRules.operators(facet).contains(Operator.EXISTS) ? total(without) : 0,
                    counted.get("missing").longValue(),
                    without);
        }
    }

    private static long total(String path) {
        return Atlas.page(JsonNode.class, path).page().total();
    }

    /** Whether the random requests are worth anything: enough of them find some records and miss others. */
    void randomFiltersSelectSomeRecords(int times) {
        long telling = Stream.generate(this::parameter)
                .limit(times)
                .map(parameter -> matching(List.of(parameter)))
                .filter(found -> !found.isEmpty() && found.size() < records.size())
                .count();
        assertTrue(telling * 3 > times, telling + " of " + times);
    }

    private void assertFindsWhatMatches(List<Parameter> parameters) {
        assertEquals(matching(parameters), found(parameters), parameters::toString);
    }

    private void assertParted(Parameter one, Parameter opposite) {
        List<String> all = new ArrayList<>(found(List.of(one)));
        all.addAll(found(List.of(opposite)));
        assertEquals(
                records.stream().map(Walk::id).sorted().toList(),
                all.stream().sorted().toList(),
                one + " and " + opposite);
    }

    private Set<String> found(List<Parameter> parameters) {
        List<JsonNode> walked = Atlas.walk(JsonNode.class, path(parameters) + "&limit=200");
        return ids(walked.stream());
    }

    private Set<String> matching(List<Parameter> parameters) {
        Condition condition = grammar.list(schema, ListQueryParser.Scope.ALL, parameters, Format.JSON)
                .condition();
        return ids(records.stream().filter(record -> ConditionMatcher.matches(condition, record)));
    }

    private static Set<String> ids(Stream<JsonNode> some) {
        return some.map(Walk::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private String path(List<Parameter> parameters) {
        String path = "/v1/" + schema.resource() + "?fields=id";
        for (Parameter parameter : parameters) {
            path = Atlas.with(path, parameter.name(), parameter.value());
        }
        return path;
    }

    private Parameter parameter() {
        FieldPath path = paths.get(random.nextInt(paths.size()));
        List<Operator> operators = List.copyOf(OperatorRules.operators(path));
        return parameter(path, operators.get(random.nextInt(operators.size())));
    }

    private Parameter parameter(FieldPath path, Operator operator) {
        return parameter(path, operator, values.next(path, operator));
    }

    private static Parameter parameter(FieldPath path, Operator operator, String value) {
        return new Parameter(operator.parameter(path.name()), value);
    }

    /** The field of the record that a parameter is about. */
    private static String top(Parameter parameter) {
        return parameter.name().split("\\.|__")[0];
    }
}
