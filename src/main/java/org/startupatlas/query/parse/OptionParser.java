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

/** Reads what a request says beside its filters. */
final class OptionParser {

    private final SchemaRegistry register;
    private final ResourceSchema declaration;
    private final ParameterSet parameters;

    OptionParser(SchemaRegistry register, ResourceSchema declaration, ParameterSet parameters) {
        this.register = register;
        this.declaration = declaration;
        this.parameters = parameters;
    }

    /**
     * Reads what there is.
     *
     * @param offered the formats that the answer can have
     * @param accepted the one asked for by the request's headers
     */
    Options read(List<Format> offered, Format accepted) {
        Map<String, String> options = parameters.options();
        Format format = parameters.format(offered, accepted);
        return new Options(
                parameters.words("q"),
                sort(options.get("sort")),
                parameters.limit(QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT, format.defaultLimit()),
                options.get("cursor"),
                parameters.flag("total"),
                facets(options.get("facets"), format),
                fields(options.get("fields")),
                expansion(options.get("expand")),
                parameters.language().orElse(null),
                format);
    }

    private List<FieldPath> facets(String text, Format format) {
        List<FieldPath> facets = new ArrayList<>();
        List<String> facetable = register.facetable(declaration);
        for (String name : parameters.list("facets")) {
            if (!facetable.contains(name)) {
                boolean known = register.paths(declaration).containsKey(name);
                parameters.reject(
                        Violation.unknown("facets", known ? "not-facetable" : "unknown-field", name, facetable));
            } else if (facets.stream().anyMatch(other -> other.name().equals(name))) {
                parameters.reject(Violation.of("facets", "repeated-value", name));
            } else {
                facets.add(register.path(declaration, name));
            }
        }
        if (facets.size() > QueryLimits.MAX_FACETS) {
            parameters.reject(Violation.of("facets", "too-many", String.valueOf(QueryLimits.MAX_FACETS)));
        }
        if (text != null && !format.hasFrame()) {
            parameters.reject(Violation.of("facets", "not-together", "format=" + format.code()));
        }
        return facets;
    }

    private List<SortKey> sort(String text) {
        List<SortKey> sort = new ArrayList<>();
        List<String> sortable = register.sortable(declaration);
        for (String key : parameters.list("sort")) {
            boolean descending = key.startsWith("-");
            String name = descending ? key.substring(1) : key;
            if (!sortable.contains(name)) {
                boolean known = register.paths(declaration).containsKey(name);
                Violation violation =
                        Violation.unknown("sort", known ? "not-sortable" : "unknown-field", name, sortable);
                parameters.reject(
                        descending && violation.didYouMean() != null
                                ? violation.meaning("-" + violation.didYouMean())
                                : violation);
            } else if (sort.stream().anyMatch(other -> other.path().name().equals(name))) {
                parameters.reject(Violation.of("sort", "repeated-value", name));
            } else {
                sort.add(new SortKey(register.path(declaration, name), descending));
            }
        }
        if (sort.size() > QueryLimits.MAX_SORT_KEYS) {
            parameters.reject(Violation.of("sort", "too-many", String.valueOf(QueryLimits.MAX_SORT_KEYS)));
        }
        return sort;
    }

    List<String> fields(String text) {
        if (text == null) {
            return null;
        }
        List<String> selectable = declaration.selectable();
        List<String> fields = parameters.list("fields");
        fields.stream()
                .filter(name -> !selectable.contains(name))
                .forEach(name -> parameters.reject(Violation.unknown("fields", "unknown-field", name, selectable)));
        return fields;
    }

    private Expansion expansion(String text) {
        Map<String, Expansion> names = new LinkedHashMap<>();
        for (String dotted : parameters.list("expand")) {
            String[] parts = dotted.split("\\.", -1);
            if (parts.length > QueryLimits.MAX_EXPANSION_DEPTH) {
                parameters.reject(
                        Violation.of("expand", "too-deep", dotted, String.valueOf(QueryLimits.MAX_EXPANSION_DEPTH)));
            } else if (canExpand(declaration, parts[0], dotted)) {
                Expansion inner = names.getOrDefault(parts[0], Expansion.NONE);
                names.put(parts[0], parts.length == 1 ? inner : second(inner, parts, dotted));
            }
        }
        return names.isEmpty() ? Expansion.NONE : new Expansion(names);
    }

    private Expansion second(Expansion inner, String[] parts, String dotted) {
        String target = Expansion.target(declaration, parts[0]).orElse(null);
        if (target == null) {
            parameters.reject(
                    Violation.unknown("expand", "unknown-expansion", dotted, Expansion.possible(declaration)));
            return inner;
        }
        if (!canExpand(register.get(target), parts[1], dotted)) {
            return inner;
        }
        Map<String, Expansion> names = new LinkedHashMap<>(inner.names());
        names.put(parts[1], Expansion.NONE);
        return new Expansion(names);
    }

    private boolean canExpand(ResourceSchema of, String name, String dotted) {
        List<String> possible = Expansion.possible(of);
        if (possible.contains(name)) {
            return true;
        }
        String prefix = dotted.substring(0, dotted.length() - name.length());
        parameters.reject(Violation.unknown(
                "expand",
                "unknown-expansion",
                dotted,
                possible.stream()
                        .map(word -> prefix.endsWith(".") ? prefix + word : word)
                        .toList()));
        return false;
    }
}
