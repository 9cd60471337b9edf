package org.startupatlas.query.lookup;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.schema.ResourceSchema;

/** Finds records by a search text. Filters are applied by the database, not here. */
public interface FullText {

    /** The hits of a search, all from one state of the index. */
    interface Hits {

        /** Returns the ids of the top hits, sorted by relevance. */
        List<Object> best(int limit);

        /** Returns the ids of the top hits among these records, sorted by relevance. */
        List<Object> best(int limit, List<Object> ids);

        /** Returns those of the ids that are hits. */
        Set<Object> filter(List<Object> ids);

        /**
         * Returns the ids of all hits, unordered, in batches that fit into a statement and a small heap. There is at
         * least one batch, which is empty if there are no hits.
         */
        Stream<List<Object>> batches();

        /** Returns the revision of the log up to which records are indexed. */
        long revision();

        /** Returns whether the same search returns the same hits until something is written. */
        boolean isCacheable();
    }

    /** A function of the hits. */
    interface Reader<T> {
        T read(Hits hits);
    }

    /**
     * Searches the records of a resource.
     *
     * @param searchText a text with at least one letter or digit
     * @param requiredCodes codes that the records must have; hits without them may be omitted
     * @param reader is called while the state of the index is held
     */
    <T> T search(ResourceSchema schema, String searchText, List<RequiredCodes> requiredCodes, Reader<T> reader);
}
