package org.startupatlas.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.search.Query;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.FullText;
import org.startupatlas.query.RequiredCodes;
import org.startupatlas.search.Hits.Hit;
import org.startupatlas.search.LogFollower.State;

/** Finds the records of one resource by this node's index. */
@Singleton
class LuceneFullText implements FullText {

    private final SearchIndex index;

    LuceneFullText(SearchIndex index) {
        this.index = index;
    }

    @Override
    public <T> T find(Declaration declaration, String words, List<RequiredCodes> narrowing, Use<T> use) {
        return index.search((searcher, now) -> {
            WordQuery query = new WordQuery(searcher, Asked.of(words));
            Hits hits = new Hits(searcher, query.in(List.of(declaration)));
            return use.of(new InIndex(declaration, hits, Filters.of(narrowing), now));
        });
    }

    /** What was found, as ids of the resource. */
    private record InIndex(Declaration declaration, Hits hits, List<Query> narrowing, State now) implements Found {

        @Override
        public List<Object> best(int most) {
            return bestOf(most, narrowing);
        }

        @Override
        public List<Object> best(int most, List<Object> among) {
            List<Query> filters = new ArrayList<>(narrowing);
            filters.add(Filters.keys(declaration, among));
            return bestOf(most, filters);
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
        public List<Object> all() {
            try {
                return hits.allIds(narrowing, MOST_FOUND).stream().map(this::id).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public long revision() {
            return now.revision();
        }

        @Override
        public boolean isLasting() {
            return now.knowsLabels();
        }

        private Object id(String text) {
            return declaration.hasWordsAsIds() ? text : UUID.fromString(text);
        }
    }
}
