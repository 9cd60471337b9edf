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

    private final SearchIndex index;
    private final Vocabularies vocabularies;

    SuggestService(SearchIndex index, Vocabularies vocabularies) {
        this.index = index;
        this.vocabularies = vocabularies;
    }

    /**
     * A suggested name.
     *
     * @param name the current name of the record, or null
     * @param text the name that matched, which may be another one, with the typed text highlighted
     * @param code the code that it stands for, or null
     */
    record Suggestion(String resource, String id, String slug, String name, String text, Code code) {}

    /** A code of a vocabulary. */
    record Code(String vocabulary, String code) {}

    /** Returns the names that complete the typed text, the most likely first. */
    List<Suggestion> of(SearchQuery query) {
        return index.search((searcher, state) -> {
            ParsedQuery parsedQuery = ParsedQuery.of(query.searchText());
            SuggestQueryBuilder queryBuilder = new SuggestQueryBuilder(parsedQuery);
            TopHits hits = new TopHits(searcher, queryBuilder.queries(query.resources()));
            List<Hit> bestHits = hits.best(query.limit());
            List<QueryTerm> fuzzyTerms = hits.queryIndex() == 0 ? List.of() : parsedQuery.terms();
            return suggestions(searcher, bestHits, new Highlighter(parsedQuery, fuzzyTerms), query).stream()
                    .limit(query.limit())
                    .toList();
        });
    }

    private List<Suggestion> suggestions(
            IndexSearcher searcher, List<Hit> hits, Highlighter highlighter, SearchQuery query) throws IOException {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Hit hit : hits) {
            Document storedFields = searcher.storedFields().document(hit.document());
            // A vocabulary whose own name matches is suggested as a whole.
            boolean mayBeCode = hit.resource().equals(ResourceSchema.VOCABULARIES)
                    && marked(highlighter, storedFields.get(IndexFields.NAME)).isEmpty();
            List<Suggestion> codes = mayBeCode ? codes(hit, storedFields, highlighter, query.language()) : List.of();
            suggestions.addAll(codes.isEmpty() ? List.of(record(hit, storedFields, highlighter)) : codes);
        }
        return suggestions;
    }

    private static Suggestion record(Hit hit, Document storedFields, Highlighter highlighter) {
        String name = storedFields.get(IndexFields.NAME);
        String text = Stream.concat(
                        Stream.ofNullable(name), Arrays.stream(storedFields.getValues(IndexFields.OTHER_NAME)))
                .flatMap(each -> marked(highlighter, each).stream())
                .findFirst()
                .orElseGet(() -> name == null ? null : Highlighter.escape(name));
        Code code =
                hit.resource().equals(ResourceSchema.COUNTRIES) ? new Code(ResourceSchema.COUNTRIES, hit.id()) : null;
        return new Suggestion(hit.resource(), hit.id(), storedFields.get(IndexFields.SLUG), name, text, code);
    }

    /**
     * Returns the codes of a vocabulary whose labels match the typed text, each with its label in the requested
     * language if that matches.
     */
    private List<Suggestion> codes(Hit hit, Document storedFields, Highlighter highlighter, Language language) {
        Map<String, Suggestion> codes = new LinkedHashMap<>();
        for (String label : storedFields.getValues(IndexFields.OTHER_NAME)) {
            Optional<String> text = marked(highlighter, label);
            Optional<String> code = text.flatMap(marked -> vocabularies.codeOf(hit.id(), label));
            code.filter(each -> !codes.containsKey(each)
                            || language != null && label.equals(language.of(vocabularies.label(hit.id(), each))))
                    .ifPresent(each -> codes.put(
                            each,
                            new Suggestion(
                                    hit.resource(),
                                    hit.id(),
                                    storedFields.get(IndexFields.SLUG),
                                    storedFields.get(IndexFields.NAME),
                                    text.get(),
                                    new Code(hit.id(), each))));
        }
        return List.copyOf(codes.values());
    }

    private static Optional<String> marked(Highlighter highlighter, String name) {
        return highlighter.highlight(new IndexedText("name", IndexedText.Kind.NAME, null, name));
    }
}
