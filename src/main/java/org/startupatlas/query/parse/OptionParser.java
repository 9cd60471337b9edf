package org.startupatlas.query.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.SortKey;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Parses the parameters of a request that are not filters. */
final class OptionParser {

    private final SchemaRegistry registry;
    private final ResourceSchema schema;
    private final ParameterSet parameters;

    OptionParser(SchemaRegistry registry, ResourceSchema schema, ParameterSet parameters) {
        this.registry = registry;
        this.schema = schema;
        this.parameters = parameters;
    }

    /**
     * Parses all of them.
     *
     * @param offered the formats that the response can have
     * @param accepted the format that the request's headers ask for
     */
    Options read(List<Format> offered, Format accepted) {
        Format format = parameters.format(offered, accepted);
        return new Options(
                parameters.searchText("q"),
                sort(),
                parameters.integer("limit", QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT, format.defaultLimit()),
                parameters.text("cursor").orElse(null),
                parameters.flag("total"),
                facets(format),
                fields(),
                expansion(),
                parameters.language().orElse(null),
                format);
    }

    private List<FieldPath> facets(Format format) {
        List<FieldPath> facets = new ArrayList<>();
        List<String> facetable = registry.facetable(schema);
        for (String name : parameters.list("facets")) {
            if (!facetable.contains(name)) {
                boolean isField = registry.paths(schema).containsKey(name);
                parameters.reject(
                        Violation.unknown("facets", isField ? "not-facetable" : "unknown-field", name, facetable));
            } else if (facets.stream().anyMatch(earlier -> earlier.name().equals(name))) {
                parameters.reject(Violation.of("facets", "repeated-value", name));
            } else {
                facets.add(registry.path(schema, name));
            }
        }
        if (facets.size() > QueryLimits.MAX_FACETS) {
            parameters.reject(Violation.of("facets", "too-many", String.valueOf(QueryLimits.MAX_FACETS)));
        }
        if (parameters.text("facets").isPresent() && !format.hasEnvelope()) {
            parameters.reject(Violation.of("facets", "not-together", "format=" + format.code()));
        }
        return facets;
    }

    private List<SortKey> sort() {
        List<SortKey> sort = new ArrayList<>();
        List<String> sortable = registry.sortable(schema);
        for (String key : parameters.list("sort")) {
            boolean descending = key.startsWith("-");
            String name = descending ? key.substring(1) : key;
            if (!sortable.contains(name)) {
                boolean isField = registry.paths(schema).containsKey(name);
                Violation violation =
                        Violation.unknown("sort", isField ? "not-sortable" : "unknown-field", name, sortable);
                parameters.reject(
                        descending && violation.didYouMean() != null
                                ? violation.suggesting("-" + violation.didYouMean())
                                : violation);
            } else if (sort.stream().anyMatch(earlier -> earlier.path().name().equals(name))) {
                parameters.reject(Violation.of("sort", "repeated-value", name));
            } else {
                sort.add(new SortKey(registry.path(schema, name), descending));
            }
        }
        if (sort.size() > QueryLimits.MAX_SORT_KEYS) {
            parameters.reject(Violation.of("sort", "too-many", String.valueOf(QueryLimits.MAX_SORT_KEYS)));
        }
        return sort;
    }

    /** Returns the dotted names of the requested fields; null if the request does not select any. */
    List<String> fields() {
        if (parameters.text("fields").isEmpty()) {
            return null;
        }
        List<String> selectable = schema.selectable();
        List<String> fields = parameters.list("fields");
        fields.stream()
                .filter(name -> !selectable.contains(name))
                .forEach(name -> parameters.reject(Violation.unknown("fields", "unknown-field", name, selectable)));
        return fields;
    }

    private Expansion expansion() {
        Map<String, Expansion> names = new LinkedHashMap<>();
        for (String path : parameters.list("expand")) {
            String[] parts = path.split("\\.", -1);
            if (parts.length > QueryLimits.MAX_EXPANSION_DEPTH) {
                parameters.reject(
                        Violation.of("expand", "too-deep", path, String.valueOf(QueryLimits.MAX_EXPANSION_DEPTH)));
            } else if (canExpand(schema, parts[0], path)) {
                Expansion inner = names.getOrDefault(parts[0], Expansion.NONE);
                names.put(parts[0], parts.length == 1 ? inner : nested(inner, parts, path));
            }
        }
        return names.isEmpty() ? Expansion.NONE : new Expansion(names);
    }

    private Expansion nested(Expansion inner, String[] parts, String path) {
        String target = Expansion.target(schema, parts[0]).orElse(null);
        if (target == null) {
            parameters.reject(Violation.unknown("expand", "unknown-expansion", path, Expansion.expandable(schema)));
            return inner;
        }
        if (!canExpand(registry.get(target), parts[1], path)) {
            return inner;
        }
        Map<String, Expansion> names = new LinkedHashMap<>(inner.names());
        names.put(parts[1], Expansion.NONE);
        return new Expansion(names);
    }

    private boolean canExpand(ResourceSchema expanded, String name, String path) {
        List<String> expandable = Expansion.expandable(expanded);
        if (expandable.contains(name)) {
            return true;
        }
        String prefix = path.substring(0, path.length() - name.length());
        parameters.reject(Violation.unknown(
                "expand",
                "unknown-expansion",
                path,
                expandable.stream()
                        .map(word -> prefix.endsWith(".") ? prefix + word : word)
                        .toList()));
        return false;
    }
}
