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
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Reads requests that look for words across resources. */
@Singleton
public final class SearchQueryParser {

    /** Parameters of a search. */
    public static final List<String> SEARCH_PARAMETERS = List.of("q", "resource", "limit", "cursor", "lang");

    /** Parameters of completing what is being typed. */
    public static final List<String> SUGGEST_PARAMETERS = List.of("q", "resource", "limit", "lang");

    private final SchemaRegistry register;

    /** The grammar of searches in the registered resources. */
    public SearchQueryParser(SchemaRegistry register) {
        this.register = register;
    }

    /**
     * Reads a search.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public SearchQuery search(List<Parameter> parameters) {
        return read(parameters, SEARCH_PARAMETERS, QueryLimits.MAX_LIMIT, SearchQuery.DEFAULT_LIMIT);
    }

    /**
     * Reads what is being typed.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public SearchQuery suggest(List<Parameter> parameters) {
        return read(parameters, SUGGEST_PARAMETERS, SearchQuery.MAX_SUGGESTIONS, SearchQuery.DEFAULT_SUGGESTIONS);
    }

    private SearchQuery read(List<Parameter> parameters, List<String> known, int greatest, int whenAbsent) {
        ParameterSet said =
                ParameterSet.ofRead(parameters, known, "resource"::equals).rejectUnknown();
        String words = words(said);
        List<ResourceSchema> resources = resources(said);
        int limit = said.limit(QueryLimits.MIN_LIMIT, greatest, whenAbsent);
        Language language = said.language().orElse(null);
        String fingerprint = Fingerprint.of("search\n" + words + "\n" + resources);
        Optional<Cursor> cursor = cursor(said, fingerprint);
        said.rejectIfInvalid();
        return new SearchQuery(
                words,
                resources,
                limit,
                cursor.map(Cursor::rank).orElse(0),
                cursor.map(Cursor::revision).orElse(null),
                language,
                fingerprint);
    }

    private static String words(ParameterSet said) {
        if (said.text("q").isEmpty()) {
            said.reject(Violation.of("q", "required"));
        }
        return said.words("q");
    }

    private List<ResourceSchema> resources(ParameterSet said) {
        if (said.text("resource").isEmpty()) {
            return register.declarations();
        }
        List<String> all =
                register.declarations().stream().map(ResourceSchema::resource).toList();
        List<ResourceSchema> resources = new ArrayList<>();
        for (String name : said.list("resource")) {
            register.find(name)
                    .ifPresentOrElse(
                            resources::add,
                            () -> said.reject(Violation.unknown("resource", "unknown-value", name, all)));
        }
        return resources.stream().distinct().toList();
    }

    private static Optional<Cursor> cursor(ParameterSet said, String fingerprint) {
        String text = said.options().get("cursor");
        if (text == null) {
            return Optional.empty();
        }
        Optional<Cursor> cursor = Cursor.read(text, true);
        if (cursor.isEmpty()) {
            said.reject(Violation.of("cursor", "invalid-cursor"));
        } else if (!cursor.get().isRankOf(fingerprint)) {
            said.reject(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }
}
