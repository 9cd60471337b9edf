package org.startupatlas.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.QueryLimits;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Row;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.Terms;
import org.startupatlas.record.RecordJson;
import org.startupatlas.search.Hits.Hit;

/** Looks for words in the records of all resources: the index finds and ranks, the records come from the database. */
@Singleton
class Search {

    /** So many places tell why a record was found. */
    private static final int MOST_PLACES = 5;

    private final SearchIndex index;
    private final RecordReader records;
    private final Terms terms;
    private final ObjectMapper json;

    Search(SearchIndex index, RecordReader records, Terms terms, ObjectMapper json) {
        this.index = index;
        this.records = records;
        this.terms = terms;
        this.json = json;
    }

    /**
     * A record that was found.
     *
     * @param record as it is now
     * @param matched where it has the words, the best place first
     */
    record FoundRecord(Declaration declaration, ObjectNode record, float score, List<Matched> matched) {

        FoundRecord {
            matched = List.copyOf(matched);
        }
    }

    /** A text with the words marked. */
    record Matched(String field, String text) {}

    /**
     * A page of what was found.
     *
     * @param last the last hit of the page, of which there may be more behind; null where there are none
     * @param isLasting whether the same words find the same as long as nothing is written
     */
    record FoundPage(List<FoundRecord> records, String last, boolean isLasting) {

        FoundPage {
            records = List.copyOf(records);
        }
    }

    /** A page of the records that have the words, the best first. */
    FoundPage find(SearchQuery query) {
        return index.search((searcher, now) -> {
            WordQuery words = new WordQuery(searcher, Asked.of(query.words()));
            int to = Math.min(query.passed() + query.limit(), QueryLimits.MAX_HITS);
            List<Hit> best =
                    new Hits(searcher, words.in(query.resources())).best(Math.min(to + 1, QueryLimits.MAX_HITS));
            List<Hit> page = best.subList(Math.min(query.passed(), best.size()), Math.min(to, best.size()));
            boolean hasMore = best.size() > to;
            return new FoundPage(
                    read(query.resources(), page, words.marker()),
                    hasMore ? key(page.get(page.size() - 1)) : null,
                    now.knowsLabels());
        });
    }

    private static String key(Hit hit) {
        return hit.resource() + "/" + hit.id();
    }

    /** The records behind the hits; one that was deleted in this moment is left out. */
    private List<FoundRecord> read(List<Declaration> resources, List<Hit> hits, Marker marker) {
        Map<String, ObjectNode> rows = new HashMap<>();
        for (Declaration declaration : resources) {
            List<Object> ids = new ArrayList<>();
            hits.stream()
                    .filter(hit -> hit.resource().equals(declaration.resource()))
                    .forEach(hit -> ids.add(declaration.hasWordsAsIds() ? hit.id() : UUID.fromString(hit.id())));
            if (!ids.isEmpty()) {
                for (Row row : records.find(declaration, ids)) {
                    rows.put(declaration.resource() + "/" + row.id(), RecordJson.read(json, row.json()));
                }
            }
        }
        Map<String, Declaration> byName = new LinkedHashMap<>();
        resources.forEach(declaration -> byName.put(declaration.resource(), declaration));
        return hits.stream()
                .filter(hit -> rows.containsKey(key(hit)))
                .map(hit -> found(byName.get(hit.resource()), rows.get(key(hit)), hit.score(), marker))
                .toList();
    }

    private FoundRecord found(Declaration declaration, ObjectNode record, float score, Marker marker) {
        List<Matched> matched = SearchedText.of(declaration, record, terms).stream()
                .flatMap(text -> marker.mark(text).map(marked -> new Matched(text.field(), marked)).stream())
                .distinct()
                .limit(MOST_PLACES)
                .toList();
        return new FoundRecord(declaration, record, score, matched);
    }
}
