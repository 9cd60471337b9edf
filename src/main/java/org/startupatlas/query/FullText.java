package org.startupatlas.query;

import java.util.List;

/** Finds records by the words in them. Which of them a request's filters let through, the database tells. */
public interface FullText {

    /** So many ids still fit a statement and a small heap; who finds more is told so rather than served slowly. */
    int MOST_FOUND = 100_000;

    /** What words have found, all of it from one state of the index. */
    interface Found {

        /** The ids of the best, the best first, at most so many. */
        List<Object> best(int most);

        /** The ids of the best of these records, the best first, at most so many. */
        List<Object> best(int most, List<Object> among);

        /**
         * The ids of all, in no order.
         *
         * @throws InvalidQuery if there are more than {@link #MOST_FOUND}
         */
        List<Object> all();

        /** The revision up to which the index knows the log. */
        long revision();

        /** Whether the same words find the same as long as nothing is written. */
        boolean isLasting();
    }

    /** What is done with what was found. */
    interface Use<T> {
        /** Does it. */
        T of(Found found);
    }

    /**
     * Looks for records of a resource.
     *
     * @param words with at least one letter or digit
     * @param narrowing codes that the records will have to have; those without them may be left out
     * @param use is called while what was found stays as it is
     */
    <T> T find(Declaration declaration, String words, List<RequiredCodes> narrowing, Use<T> use);

    /** The refusal of words that find more records than can be sorted or counted. */
    static InvalidQuery tooMany(int most) {
        return new InvalidQuery(List.of(Violation.of("q", "too-many-found", String.valueOf(most))));
    }
}
