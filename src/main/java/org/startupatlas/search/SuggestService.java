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
import org.startupatlas.query.SearchQuery;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.index.IndexFields;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.Highlighter;
import org.startupatlas.search.query.ParsedQuery;
import org.startupatlas.search.query.QueryTerm;
import org.startupatlas.search.query.SuggestQueryBuilder;
import org.startupatlas.search.query.TopHits;
import org.startupatlas.search.query.TopHits.Hit;
import org.startupatlas.search.text.IndexedText;

/** Completes names while they are being typed, from the index alone. */
@Singleton
class SuggestService {

    private static final String VOCABULARIES = "vocabularies";

    private final SearchIndex index;
    private final Vocabularies terms;

    SuggestService(SearchIndex index, Vocabularies terms) {
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
            ParsedQuery asked = ParsedQuery.of(query.searchText());
            SuggestQueryBuilder completion = new SuggestQueryBuilder(asked);
            TopHits hits = new TopHits(searcher, completion.in(query.resources()));
            List<Hit> best = hits.best(query.limit());
            List<QueryTerm> mistyped = hits.attempt() == 0 ? List.of() : asked.words();
            return suggestions(searcher, best, new Highlighter(asked, mistyped), query).stream()
                    .limit(query.limit())
                    .toList();
        });
    }

    private List<Suggestion> suggestions(IndexSearcher searcher, List<Hit> hits, Highlighter marker, SearchQuery query)
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

    private static Suggestion record(Hit hit, Document names, Highlighter marker) {
        String name = names.get(IndexFields.NAME);
        String text = Stream.concat(Stream.ofNullable(name), Arrays.stream(names.getValues(IndexFields.OTHER_NAME)))
                .flatMap(each -> marked(marker, each).stream())
                .findFirst()
                .orElseGet(() -> name == null ? null : Highlighter.unmarked(name));
        Code code =
                hit.resource().equals(ResourceSchema.COUNTRIES) ? new Code(ResourceSchema.COUNTRIES, hit.id()) : null;
        return new Suggestion(hit.resource(), hit.id(), names.get(IndexFields.SLUG), name, text, code);
    }

    /** The codes of a vocabulary whose labels are like what was typed, each by its label in the language asked if it can. */
    private List<Suggestion> codes(Hit hit, Document names, Highlighter marker, Language language) {
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

    private static Optional<String> marked(Highlighter marker, String name) {
        return marker.mark(new IndexedText("name", IndexedText.Kind.NAME, null, name));
    }
}
