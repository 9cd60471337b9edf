package org.startupatlas.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.FittingValue;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.testing.Atlas;

/** Valid values of the parameters of the document. */
@Singleton
class OptionValues {

    /** Of many values, so many stand for the others where they are combined. */
    private static final int COMBINED = 3;

    private final SchemaRegistry register;

    /** By the name of the parameter's component, and by resource and name. */
    private final Map<String, String> filters = new HashMap<>();

    OptionValues(SchemaRegistry register, Vocabularies terms) {
        this.register = register;
        for (ResourceSchema declaration : register.schemas()) {
            register.filters(declaration).forEach(filter -> filter.operators().forEach(operator -> {
                String parameter = operator.parameter(filter.name());
                String value = FittingValue.of(filter.field(), operator, terms);
                filters.put(declaration.resource() + "." + parameter, value);
                if (CommonFields.contains(filter.name())) {
                    filters.put(parameter, value);
                }
            }));
        }
    }

    /**
     * Returns a value of a parameter that filters; nothing if it does not.
     *
     * @param path the list, whose resource names the filters that are no components
     */
    Optional<String> ofFilter(String path, Contract.Parameter parameter) {
        String own = path.substring(path.lastIndexOf('/') + 1) + "." + parameter.name();
        return Optional.ofNullable(filters.get(parameter.component().isEmpty() ? own : parameter.component()));
    }

    /**
     * Returns a value of each filter that a parameter stands for, by the filter's name as /v1/meta lists it; nothing where
     * the parameter stands for itself.
     */
    Map<String, String> ofOtherFilters(Contract.Parameter parameter) {
        Map<String, String> values = new LinkedHashMap<>();
        String resource = parameter.component().split("\\.")[0];
        if (parameter.name().equals("filters") && register.find(resource).isPresent()) {
            MetaFilters.of(resource)
                    .forEach(
                            filter -> values.put(filter.parameter(), filters.get(resource + "." + filter.parameter())));
        }
        return values;
    }

    /** Returns the options without which a parameter is refused. */
    static Map<String, String> neededBy(Contract.Parameter parameter) {
        return switch (parameter.name()) {
            case "bom" -> Map.of("format", "csv");
            case "verdict" -> Map.of("for", "chari");
            default -> Map.of();
        };
    }

    /** Returns whether values of the parameter go with all values of the others: a cursor belongs to one query. */
    static boolean isOfAnyQuery(Contract.Parameter parameter) {
        return !List.of("cursor", "If-None-Match", "filters").contains(parameter.name());
    }

    /**
     * Returns values of a parameter that does not filter.
     *
     * @param path a path that takes it, with what it requires; a cursor or an ETag is read from its answer
     * @param all whether all that the document names are wanted, or some that stand for them
     */
    List<String> of(Contract.Parameter parameter, String path, boolean all) {
        List<String> values =
                switch (parameter.name()) {
                    case "cursor" -> cursor(path);
                    case "If-None-Match" -> List.of("\"unknown\"", tag(path));
                    case "Accept-Language" -> List.of("ar", "fr;q=0.5, en");
                    case "as_of" -> List.of(revision());
                    case "since" -> List.of("0", revision());
                    case "min_revision" -> List.of("0");
                    case "by" -> List.of("admin");
                    case "on" -> List.of("2026-11-30", "2020-01-01");
                    case "to" -> List.of("JP", "FR");
                    case "from" -> List.of("MA", "FR");
                    case "around" -> List.of("MA", "chari");
                    case "for" -> List.of("chari");
                    case "cohort" -> List.of("seedstars-casablanca");
                    case "edition" -> List.of("2018");
                    case "pillars" -> List.of("access_to_funding");
                    case "weights" -> List.of("sectors:3,stage:1");
                    case "min_score" -> List.of("0.25");
                    case "q" -> List.of("casablanca", "fintech maroc");
                        // Filters by any name, which FeedTest asks.
                    case "filters" -> List.of();
                        // entered and left need a filter, with which FeedSelectionTest asks them.
                    case "op" -> ChangesQuery.OPS;
                    default -> described(parameter.described());
                };
        return all || values.size() <= COMBINED ? values : some(values);
    }

    private static List<String> some(List<String> values) {
        return List.of(values.get(0), values.get(values.size() / 2), values.get(values.size() - 1));
    }

    private static List<String> described(JsonNode parameter) {
        JsonNode schema = parameter.get("schema");
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        schema.at("/items/enum").forEach(value -> values.add(value.asText()));
        if (schema.path("type").asText().equals("boolean")) {
            values.addAll(List.of("true", "false"));
        }
        if (schema.path("type").asText().equals("integer")) {
            values.addAll(List.of(
                    schema.get("minimum").asText(), schema.get("maximum").asText()));
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value for " + parameter);
        }
        return values;
    }

    private static List<String> cursor(String path) {
        return Stream.of(Atlas.tree(Atlas.with(path, "limit", "1")))
                .map(page -> page.at("/page/next_cursor"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static String tag(String path) {
        return Optional.ofNullable(Atlas.get(200, path).header("ETag")).orElse("\"none\"");
    }

    private static String revision() {
        return Atlas.tree("/v1/meta").get("revision").asText();
    }

    /** Returns the same values in maps of that size. */
    static List<Map<String, String>> parted(Map<String, String> values, int size) {
        List<Map<String, String>> parts = new ArrayList<>();
        values.forEach((name, value) -> {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == size) {
                parts.add(new LinkedHashMap<>());
            }
            parts.get(parts.size() - 1).put(name, value);
        });
        return parts;
    }
}
