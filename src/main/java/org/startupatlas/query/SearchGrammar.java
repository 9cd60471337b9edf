package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads requests that look for words across resources. */
public final class SearchGrammar {

    /** Parameters of a search. */
    public static final List<String> SEARCH_PARAMETERS = List.of("q", "resource", "limit", "cursor", "lang");

    /** Parameters of completing what is being typed. */
    public static final List<String> SUGGEST_PARAMETERS = List.of("q", "resource", "limit");

    private final Register register;

    /** The grammar of searches in the registered resources. */
    public SearchGrammar(Register register) {
        this.register = register;
    }

    /**
     * Reads a search.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public SearchQuery search(List<Parameter> parameters) {
        return read(parameters, SEARCH_PARAMETERS, Query.GREATEST_LIMIT, SearchQuery.DEFAULT_LIMIT);
    }

    /**
     * Reads what is being typed.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public SearchQuery suggest(List<Parameter> parameters) {
        return read(parameters, SUGGEST_PARAMETERS, SearchQuery.MOST_SUGGESTIONS, SearchQuery.DEFAULT_SUGGESTIONS);
    }

    private SearchQuery read(List<Parameter> parameters, List<String> known, int greatest, int whenAbsent) {
        Reading reading = new Reading(parameters, known);
        reading.refuseOthers(known);
        String words = words(reading);
        List<Declaration> resources = resources(reading);
        int limit = OptionReader.limit(
                reading.options().get("limit"), Query.LEAST_LIMIT, greatest, whenAbsent, reading.problems());
        Language language = OptionReader.language(reading.options().get("lang"), reading.problems());
        String fingerprint = Fingerprint.of("search\n" + words + "\n" + resources);
        Optional<Cursor> cursor = cursor(reading, fingerprint);
        reading.refuseIfWrong();
        return new SearchQuery(
                words,
                resources,
                limit,
                cursor.map(Cursor::rank).orElse(0),
                cursor.map(Cursor::revision).orElse(null),
                language,
                fingerprint);
    }

    private static String words(Reading reading) {
        String text = reading.options().get("q");
        if (text == null) {
            reading.refuse(Violation.of("q", "required"));
            return null;
        }
        return OptionReader.words("q", text, reading.problems());
    }

    private List<Declaration> resources(Reading reading) {
        String text = reading.options().get("resource");
        if (text == null) {
            return register.declarations();
        }
        List<String> all =
                register.declarations().stream().map(Declaration::resource).toList();
        List<Declaration> resources = new ArrayList<>();
        for (String name : CommaList.read("resource", text, reading.problems()).orElse(List.of())) {
            register.find(name)
                    .ifPresentOrElse(
                            resources::add,
                            () -> reading.refuse(OptionReader.unknown("resource", "unknown-value", name, all)));
        }
        return resources.stream().distinct().toList();
    }

    private static Optional<Cursor> cursor(Reading reading, String fingerprint) {
        String text = reading.options().get("cursor");
        if (text == null) {
            return Optional.empty();
        }
        Optional<Cursor> cursor = Cursor.read(text, true);
        if (cursor.isEmpty()) {
            reading.refuse(Violation.of("cursor", "invalid-cursor"));
        } else if (!cursor.get().isRankOf(fingerprint)) {
            reading.refuse(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }
}
