package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Counts the total and the facets of a list, at the revision of its page. */
final class PageCounter {

    private final RecordCounter counter;

    PageCounter(RecordCounter counter) {
        this.counter = counter;
    }

    /**
     * Counts all records that satisfy the query.
     *
     * @param revision the revision that the connection shows
     */
    PageCounts count(Connection connection, Query query, long revision) throws SQLException {
        return counts(query, counter.counts(connection, revision, query.declaration(), figures(query)));
    }

    /** Counts the records that the full-text search found and that satisfy the query. */
    PageCounts count(Connection connection, Query query, FullText.Found found, long revision) throws SQLException {
        if (!query.counts()) {
            return PageCounts.NONE;
        }
        Map<Figure, Map<Object, Long>> sums = new HashMap<>();
        Iterator<List<Object>> blocks = found.blocks().iterator();
        while (blocks.hasNext()) {
            Map<Figure, Condition> ofBlock = figures(query.among(blocks.next()));
            counter.counts(connection, revision, query.declaration(), ofBlock)
                    .forEach((figure, counts) ->
                            counts.forEach((value, count) -> sums.computeIfAbsent(figure, first -> new HashMap<>())
                                    .merge(value, count, Long::sum)));
        }
        return counts(query, sums);
    }

    private static Map<Figure, Condition> figures(Query query) {
        Map<Figure, Condition> figures = Figure.all(query.declaration(), query.facets());
        if (query.total()) {
            figures.put(Figure.records(query.declaration()), query.condition());
        }
        return figures;
    }

    private static PageCounts counts(Query query, Map<Figure, Map<Object, Long>> counts) {
        Declaration declaration = query.declaration();
        return new PageCounts(
                query.total()
                        ? OptionalLong.of(Figure.number(counts, Figure.records(declaration)))
                        : OptionalLong.empty(),
                FacetCounts.all(declaration, query.facets(), counts));
    }
}
