package org.startupatlas.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.search.Hits.Hit;

/** Completes names while they are being typed, from the index alone. */
@Singleton
class Suggestions {

    private final SearchIndex index;

    Suggestions(SearchIndex index) {
        this.index = index;
    }

    /**
     * A name that what was typed can become.
     *
     * @param name the name that the record goes by, or null
     * @param text the name that begins so, which may be another, with what was typed marked
     */
    record Suggestion(String resource, String id, String slug, String name, String text) {}

    /** The names that what was typed can become, the likeliest first. */
    List<Suggestion> of(SearchQuery query) {
        return index.search((searcher, now) -> {
            Asked asked = Asked.of(query.words());
            Completion completion = new Completion(asked);
            Hits hits = new Hits(searcher, completion.in(query.resources()));
            List<Hit> best = hits.best(query.limit());
            List<AskedWord> mistyped = hits.attempt() == 0 ? List.of() : asked.words();
            return told(searcher, best, new Marker(asked, mistyped));
        });
    }

    private static List<Suggestion> told(IndexSearcher searcher, List<Hit> hits, Marker marker) throws IOException {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Hit hit : hits) {
            Document names = searcher.storedFields().document(hit.document());
            String name = names.get(IndexFields.NAME);
            String text = Stream.concat(Stream.ofNullable(name), Arrays.stream(names.getValues(IndexFields.OTHER_NAME)))
                    .map(each -> new SearchedText("name", SearchedText.Kind.NAME, null, each))
                    .flatMap(each -> marker.mark(each).stream())
                    .findFirst()
                    .orElseGet(() -> name == null ? null : Marker.unmarked(name));
            suggestions.add(new Suggestion(hit.resource(), hit.id(), names.get(IndexFields.SLUG), name, text));
        }
        return suggestions;
    }
}
