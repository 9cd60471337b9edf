package org.startupatlas.search.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.ChangeApplier.State;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.TopHits.Hit;

/** Searches the records of one resource in this node's index. */
@Singleton
public class LuceneFullText implements FullText {

    /** This many ids fit into a statement and a small heap. */
    private static final int BATCH_SIZE = 100_000;

    private final SearchIndex index;
    private final int batchSize;

    @Inject
    LuceneFullText(SearchIndex index) {
        this(index, BATCH_SIZE);
    }

    /** Creates a search that returns its matches in batches of the given size. */
    public LuceneFullText(SearchIndex index, int batchSize) {
        this.index = index;
        this.batchSize = batchSize;
    }

    @Override
    public <T> T search(ResourceSchema schema, String words, List<RequiredCodes> requiredCodes, Reader<T> reader) {
        return index.search((searcher, state) -> {
            SearchQueryBuilder query = new SearchQueryBuilder(searcher, ParsedQuery.of(words));
            TopHits hits = new TopHits(searcher, query.queries(List.of(schema)));
            return reader.read(new IndexMatches(schema, hits, FilterQueries.of(requiredCodes), state, batchSize));
        });
    }

    /** The matches of a search, as ids of the resource. */
    private record IndexMatches(
            ResourceSchema schema, TopHits hits, List<Query> codeFilters, State state, int batchSize) implements Hits {

        @Override
        public List<Object> best(int max) {
            return bestOf(max, codeFilters);
        }

        @Override
        public List<Object> best(int max, List<Object> candidates) {
            return bestOf(max, filters(candidates));
        }

        private List<Object> bestOf(int max, List<Query> filters) {
            try {
                List<Object> ids = new ArrayList<>();
                for (Hit hit : hits.best(max, filters)) {
                    ids.add(id(hit.id()));
                }
                return ids;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Set<Object> filter(List<Object> ids) {
            return new HashSet<>(next(all(filters(ids)), ids.size()));
        }

        @Override
        public Stream<List<Object>> batches() {
            FoundIds all = all(codeFilters);
            Stream<List<Object>> others =
                    Stream.generate(() -> next(all, batchSize)).takeWhile(ids -> !ids.isEmpty());
            return Stream.concat(Stream.of(next(all, batchSize)), others);
        }

        private List<Query> filters(List<Object> ids) {
            List<Query> filters = new ArrayList<>(codeFilters);
            filters.add(FilterQueries.keys(schema, ids));
            return filters;
        }

        private FoundIds all(List<Query> filters) {
            try {
                return hits.all(filters);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private List<Object> next(FoundIds all, int max) {
            return all.next(max).stream().map(this::id).toList();
        }

        @Override
        public long revision() {
            return state.revision();
        }

        @Override
        public boolean isCacheable() {
            return state.knowsLabels();
        }

        private Object id(String text) {
            return schema.id(text);
        }
    }
}
