package org.startupatlas.testing;

import java.util.List;

/**
 * The JSON of a list.
 *
 * @param data the records of the page
 * @param page the position of the page
 * @param meta the properties of the list
 */
public record ListOf<R>(List<R> data, Page page, Meta meta) {
    /** The position of a page; {@code nextCursor} is null on the last, {@code total} unless it was requested. */
    public record Page(int limit, boolean hasMore, String nextCursor, Long total) {}

    /**
     * The properties of a list; {@code lang} is null unless it was requested, {@code empty} unless the list is empty.
     */
    public record Meta(long revision, String license, String lang, List<Empty> empty) {}

    /** The counts of a filter of an empty list; {@code unknown} is null for relations. */
    public record Empty(String parameter, long without, Long unknown) {}
}
