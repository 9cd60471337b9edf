package org.startupatlas.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.FullText;
import org.startupatlas.query.RequiredCodes;

/** Finds the records of one resource by this node's index. */
@Singleton
class LuceneFullText implements FullText {

    private final SearchIndex index;

    LuceneFullText(SearchIndex index) {
        this.index = index;
    }

    @Override
    public <T> T find(Declaration declaration, String words, List<RequiredCodes> narrowing, Use<T> use) {
        return index.search((searcher, isLasting) -> {
            WordQuery query = new WordQuery(searcher, Asked.of(words));
            return use.of(
                    new InIndex(declaration, isLasting, new Hits(searcher, query.in(List.of(declaration), narrowing))));
        });
    }

    /** What was found, as ids of the resource. */
    private record InIndex(Declaration declaration, boolean isLasting, Hits hits) implements Found {

        @Override
        public List<Object> best(int most) {
            try {
                List<Object> ids = new ArrayList<>();
                hits.best(most).forEach(hit -> ids.add(id(hit.id())));
                return ids;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public List<Object> all() {
            try {
                return hits.allIds().stream().map(this::id).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private Object id(String text) {
            return declaration.hasWordsAsIds() ? text : UUID.fromString(text);
        }
    }
}
