package org.startupatlas.query.lookup;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.schema.ResourceSchema;

/** Finds records by the words in them. Which of them a request's filters let through, the database tells. */
public interface FullText {

    /** What words have found, all of it from one state of the index. */
    interface Found {

        /** The ids of the best, the best first, at most so many. */
        List<Object> best(int limit);

        /** The ids of the best of these records, the best first, at most so many. */
        List<Object> best(int limit, List<Object> ids);

        /** Those of these records that the words have found. */
        Set<Object> filter(List<Object> ids);

        /**
         * The ids of all, in no order, in blocks that fit a statement and a small heap. There is at least one, which is
         * empty where nothing was found.
         */
        Stream<List<Object>> blocks();

        /** The revision up to which the index knows the log. */
        long revision();

        /** Whether the same words find the same as long as nothing is written. */
        boolean isCacheable();
    }

    /** What is done with what was found. */
    interface Reader<T> {
        /** Does it. */
        T read(Found found);
    }

    /**
     * Looks for records of a resource.
     *
     * @param words with at least one letter or digit
     * @param narrowing codes that the records will have to have; those without them may be left out
     * @param use is called while what was found stays as it is
     */
    <T> T find(ResourceSchema schema, String words, List<RequiredCodes> requiredCodes, Reader<T> reader);
}
