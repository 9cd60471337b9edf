package org.startupatlas.query;

/** The bounds of what one request may ask, as {@code /v1/meta} and the OpenAPI document state them. */
public final class QueryLimits {

    /** Records per page, at least. */
    public static final int MIN_LIMIT = 1;

    /** Records per page, at most. */
    public static final int MAX_LIMIT = 200;

    /** Sort keys of one order. */
    public static final int MAX_SORT_KEYS = 3;

    /** Characters of {@code q}: a name or a sentence. */
    public static final int MAX_SEARCH_LENGTH = 300;

    /** Terms of {@code q} that are searched for; more of them cost time and hardly change the result. */
    public static final int MAX_SEARCH_TERMS = 20;

    /** Hits that paging by relevance reaches: the page at rank n costs as much as all pages before it. */
    public static final int MAX_HITS = 1_000;

    /** Values of one parameter. */
    public static final int MAX_VALUES = 100;

    /** Facets of one list; each takes a statement. */
    public static final int MAX_FACETS = 10;

    /** Filters for which an empty list counts the records that they exclude; each takes two counts. */
    public static final int MAX_EMPTY_REASONS = 5;

    /** Levels of {@code expand}. */
    public static final int MAX_EXPANSION_DEPTH = 2;

    private QueryLimits() {}
}
