package org.startupatlas.testing;

import java.util.List;

/**
 * A list as the API answers it.
 *
 * @param data the records of the page
 * @param page where the page stands in the walk
 * @param meta what holds for the whole list
 */
public record ListOf<R>(List<R> data, Page page, Meta meta) {
    /** Where a page stands; {@code nextCursor} is null on the last, {@code total} when it was not asked for. */
    public record Page(int limit, boolean hasMore, String nextCursor, Long total) {}

    /**
     * What holds for the whole list; {@code lang} is null when no text was collapsed, {@code empty} where there are
     * records.
     */
    public record Meta(long revision, String license, String lang, List<Empty> empty) {}

    /** What a filter of an empty list leaves out; {@code unknown} is null where it asks of a relation. */
    public record Empty(String parameter, long without, Long unknown) {}
}
