package org.startupatlas.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Language;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.Terms;
import org.startupatlas.search.Hits.Hit;

/** Completes names while they are being typed, from the index alone. */
@Singleton
class Suggestions {

    private static final String VOCABULARIES = "vocabularies";

    private final SearchIndex index;
    private final Terms terms;

    Suggestions(SearchIndex index, Terms terms) {
        this.index = index;
        this.terms = terms;
    }

    /**
     * A name that what was typed can become.
     *
     * @param name the name that the record goes by, or null
     * @param text the name that begins so, which may be another, with what was typed marked
     * @param code what it is in a vocabulary, or null
     */
    record Suggestion(String resource, String id, String slug, String name, String text, Code code) {}

    /** A code of a closed list. */
    record Code(String vocabulary, String code) {}

    /** The names that what was typed can become, the likeliest first. */
    List<Suggestion> of(SearchQuery query) {
        return index.search((searcher, now) -> {
            Asked asked = Asked.of(query.words());
            Completion completion = new Completion(asked);
            Hits hits = new Hits(searcher, completion.in(query.resources()));
            List<Hit> best = hits.best(query.limit());
            List<AskedWord> mistyped = hits.attempt() == 0 ? List.of() : asked.words();
            return suggestions(searcher, best, new Marker(asked, mistyped), query).stream()
                    .limit(query.limit())
                    .toList();
        });
    }

    private List<Suggestion> suggestions(IndexSearcher searcher, List<Hit> hits, Marker marker, SearchQuery query)
            throws IOException {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Hit hit : hits) {
            Document names = searcher.storedFields().document(hit.document());
            // A vocabulary that has the name itself is meant as a whole.
            boolean isByCode = hit.resource().equals(VOCABULARIES)
                    && marked(marker, names.get(IndexFields.NAME)).isEmpty();
            List<Suggestion> codes = isByCode ? codes(hit, names, marker, query.language()) : List.of();
            suggestions.addAll(codes.isEmpty() ? List.of(record(hit, names, marker)) : codes);
        }
        return suggestions;
    }

    private static Suggestion record(Hit hit, Document names, Marker marker) {
        String name = names.get(IndexFields.NAME);
        String text = Stream.concat(Stream.ofNullable(name), Arrays.stream(names.getValues(IndexFields.OTHER_NAME)))
                .flatMap(each -> marked(marker, each).stream())
                .findFirst()
                .orElseGet(() -> name == null ? null : Marker.unmarked(name));
        Code code = hit.resource().equals(Declaration.COUNTRIES) ? new Code(Declaration.COUNTRIES, hit.id()) : null;
        return new Suggestion(hit.resource(), hit.id(), names.get(IndexFields.SLUG), name, text, code);
    }

    /** The codes of a vocabulary whose labels are like what was typed, each by its label in the language asked if it can. */
    private List<Suggestion> codes(Hit hit, Document names, Marker marker, Language language) {
        Map<String, Suggestion> codes = new LinkedHashMap<>();
        for (String label : names.getValues(IndexFields.OTHER_NAME)) {
            Optional<String> text = marked(marker, label);
            Optional<String> code = text.flatMap(marked -> terms.meaning(hit.id(), label));
            code.filter(each -> !codes.containsKey(each)
                            || language != null && label.equals(language.of(terms.label(hit.id(), each))))
                    .ifPresent(each -> codes.put(
                            each,
                            new Suggestion(
                                    hit.resource(),
                                    hit.id(),
                                    names.get(IndexFields.SLUG),
                                    names.get(IndexFields.NAME),
                                    text.get(),
                                    new Code(hit.id(), each))));
        }
        return List.copyOf(codes.values());
    }

    private static Optional<String> marked(Marker marker, String name) {
        return marker.mark(new SearchedText("name", SearchedText.Kind.NAME, null, name));
    }
}
