package org.startupatlas.query.parse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Parses requests for searches and suggestions across resources. */
@Singleton
public final class SearchQueryParser {

    private final SchemaRegistry registry;

    public SearchQueryParser(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Parses a search.
     *
     * @param names the names of the parameters that a search has
     * @throws RejectedException if there is a violation
     */
    public SearchQuery search(List<Parameter> parameters, List<String> names) {
        return read(parameters, names, QueryLimits.MAX_LIMIT, SearchQuery.DEFAULT_LIMIT);
    }

    /**
     * Parses a request for suggestions.
     *
     * @param names the names of the parameters that suggestions have
     * @throws RejectedException if there is a violation
     */
    public SearchQuery suggest(List<Parameter> parameters, List<String> names) {
        return read(parameters, names, SearchQuery.MAX_SUGGESTIONS, SearchQuery.DEFAULT_SUGGESTIONS);
    }

    private SearchQuery read(List<Parameter> parameters, List<String> names, int maxLimit, int defaultLimit) {
        ParameterSet parameterSet =
                ParameterSet.ofRead(parameters, names, "resource"::equals).rejectUnknown();
        String searchText = searchText(parameterSet);
        List<ResourceSchema> resources = resources(parameterSet);
        int limit = parameterSet.integer("limit", QueryLimits.MIN_LIMIT, maxLimit, defaultLimit);
        Language language = parameterSet.language().orElse(null);
        String fingerprint = Fingerprint.of("search\n" + searchText + "\n" + resources);
        Optional<Cursor> cursor = cursor(parameterSet, fingerprint);
        parameterSet.rejectIfInvalid();
        return new SearchQuery(
                searchText,
                resources,
                limit,
                cursor.map(Cursor::rank).orElse(0),
                cursor.map(Cursor::revision).orElse(null),
                language,
                fingerprint);
    }

    private static String searchText(ParameterSet parameterSet) {
        if (parameterSet.text("q").isEmpty()) {
            parameterSet.reject(Violation.of("q", "required"));
        }
        return parameterSet.searchText("q");
    }

    private List<ResourceSchema> resources(ParameterSet parameterSet) {
        if (parameterSet.text("resource").isEmpty()) {
            return registry.schemas();
        }
        List<String> all =
                registry.schemas().stream().map(ResourceSchema::resource).toList();
        List<ResourceSchema> resources = new ArrayList<>();
        for (String name : parameterSet.list("resource")) {
            registry.find(name)
                    .ifPresentOrElse(
                            resources::add,
                            () -> parameterSet.reject(Violation.unknown("resource", "unknown-value", name, all)));
        }
        return resources.stream().distinct().toList();
    }

    private static Optional<Cursor> cursor(ParameterSet parameterSet, String fingerprint) {
        String text = parameterSet.options().get("cursor");
        if (text == null) {
            return Optional.empty();
        }
        Optional<Cursor> cursor = Cursor.parse(text, true);
        if (cursor.isEmpty()) {
            parameterSet.reject(Violation.of("cursor", "invalid-cursor"));
        } else if (!cursor.get().isRankOf(fingerprint)) {
            parameterSet.reject(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }
}
