package org.startupatlas.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.Highlighter;
import org.startupatlas.search.query.ParsedQuery;
import org.startupatlas.search.query.SearchQueryBuilder;
import org.startupatlas.search.query.TopHits;
import org.startupatlas.search.query.TopHits.Hit;
import org.startupatlas.search.text.IndexedText;

/** Searches the records of all resources: the index finds and ranks them, the records are read from the database. */
@Singleton
class SearchService {

    /** The maximum number of highlighted texts per record. */
    static final int MAX_MATCHED_TEXTS = 5;

    private final SearchIndex index;
    private final RecordLookup recordLookup;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;

    SearchService(SearchIndex index, RecordLookup recordLookup, Vocabularies vocabularies, ObjectMapper json) {
        this.index = index;
        this.recordLookup = recordLookup;
        this.vocabularies = vocabularies;
        this.json = json;
    }

    /**
     * A hit with its record.
     *
     * @param record the current record
     * @param matched the highlighted texts that matched, the best field first
     */
    record FoundRecord(ResourceSchema schema, ObjectNode record, float score, List<HitPage.Match> matched) {

        FoundRecord {
            matched = List.copyOf(matched);
        }
    }

    /**
     * A page of hits.
     *
     * @param last the key of the last hit if there may be more; null on the last page
     * @param isLasting whether the same words find the same hits as long as nothing is written
     */
    record FoundPage(List<FoundRecord> records, String last, boolean isLasting) {

        FoundPage {
            records = List.copyOf(records);
        }
    }

    /** Returns a page of the records that match the words, best first. */
    FoundPage find(SearchQuery query) {
        return index.search((searcher, state) -> {
            SearchQueryBuilder builder = new SearchQueryBuilder(searcher, ParsedQuery.of(query.searchText()));
            int to = Math.min(query.offset() + query.limit(), QueryLimits.MAX_HITS);
            List<Hit> hits = new TopHits(searcher, builder.queries(query.resources()))
                    .best(Math.min(to + 1, QueryLimits.MAX_HITS));
            List<Hit> page = hits.subList(Math.min(query.offset(), hits.size()), Math.min(to, hits.size()));
            boolean hasMore = hits.size() > to;
            return new FoundPage(
                    read(query.resources(), page, builder.highlighter()),
                    hasMore ? key(page.get(page.size() - 1)) : null,
                    state.knowsLabels());
        });
    }

    private static String key(Hit hit) {
        return hit.resource() + "/" + hit.id();
    }

    /** Reads the records of the hits; a record deleted meanwhile is left out. */
    private List<FoundRecord> read(List<ResourceSchema> resources, List<Hit> hits, Highlighter highlighter) {
        Map<String, ObjectNode> records = new HashMap<>();
        for (ResourceSchema schema : resources) {
            List<Object> ids = new ArrayList<>();
            hits.stream()
                    .filter(hit -> hit.resource().equals(schema.resource()))
                    .forEach(hit -> ids.add(schema.id(hit.id())));
            if (!ids.isEmpty()) {
                for (StoredRecord row : recordLookup.find(schema, ids)) {
                    records.put(schema.resource() + "/" + row.id(), RecordJson.read(json, row.json()));
                }
            }
        }
        Map<String, ResourceSchema> schemas = new LinkedHashMap<>();
        resources.forEach(schema -> schemas.put(schema.resource(), schema));
        return hits.stream()
                .filter(hit -> records.containsKey(key(hit)))
                .map(hit -> foundRecord(schemas.get(hit.resource()), records.get(key(hit)), hit.score(), highlighter))
                .toList();
    }

    private FoundRecord foundRecord(ResourceSchema schema, ObjectNode record, float score, Highlighter highlighter) {
        List<HitPage.Match> matched = IndexedText.of(schema, record, vocabularies).stream()
                .flatMap(text ->
                        highlighter
                                .highlight(text)
                                .map(highlighted -> new HitPage.Match(text.field(), highlighted))
                                .stream())
                .distinct()
                .limit(MAX_MATCHED_TEXTS)
                .toList();
        return new FoundRecord(schema, record, score, matched);
    }
}
