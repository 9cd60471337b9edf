package org.startupatlas.search.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.ChangeApplier.State;
import org.startupatlas.search.index.SearchIndex;
import org.startupatlas.search.query.TopHits.Hit;

/** Finds the records of one resource by this node's index. */
@Singleton
public class LuceneFullText implements FullText {

    /** So many ids still fit a statement and a small heap. */
    private static final int BLOCK = 100_000;

    private final SearchIndex index;
    private final int block;

    @Inject
    LuceneFullText(SearchIndex index) {
        this(index, BLOCK);
    }

    /** Tells all that was found in blocks of so many. */
    public LuceneFullText(SearchIndex index, int block) {
        this.index = index;
        this.block = block;
    }

    @Override
    public <T> T search(ResourceSchema declaration, String words, List<RequiredCodes> narrowing, Reader<T> use) {
        return index.search((searcher, now) -> {
            SearchQueryBuilder query = new SearchQueryBuilder(searcher, ParsedQuery.of(words));
            TopHits hits = new TopHits(searcher, query.in(List.of(declaration)));
            return use.read(new InIndex(declaration, hits, FilterQueries.of(narrowing), now, block));
        });
    }

    /** What was found, as ids of the resource. */
    private record InIndex(ResourceSchema declaration, TopHits hits, List<Query> narrowing, State now, int block)
            implements Hits {

        @Override
        public List<Object> best(int most) {
            return bestOf(most, narrowing);
        }

        @Override
        public List<Object> best(int most, List<Object> among) {
            return bestOf(most, filters(among));
        }

        private List<Object> bestOf(int most, List<Query> filters) {
            try {
                List<Object> ids = new ArrayList<>();
                for (Hit hit : hits.best(most, filters)) {
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
        public Stream<List<Object>> blocks() {
            FoundIds all = all(narrowing);
            Stream<List<Object>> others =
                    Stream.generate(() -> next(all, block)).takeWhile(ids -> !ids.isEmpty());
            return Stream.concat(Stream.of(next(all, block)), others);
        }

        private List<Query> filters(List<Object> ids) {
            List<Query> filters = new ArrayList<>(narrowing);
            filters.add(FilterQueries.keys(declaration, ids));
            return filters;
        }

        private FoundIds all(List<Query> filters) {
            try {
                return hits.all(filters);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private List<Object> next(FoundIds all, int most) {
            return all.next(most).stream().map(this::id).toList();
        }

        @Override
        public long revision() {
            return now.revision();
        }

        @Override
        public boolean isCacheable() {
            return now.knowsLabels();
        }

        private Object id(String text) {
            return declaration.hasWordsAsIds() ? text : UUID.fromString(text);
        }
    }
}
