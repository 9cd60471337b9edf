package org.startupatlas.query.parameter;

/** The limits of one request, which {@code /v1/meta} and the OpenAPI document state too. */
public final class QueryLimits {

    /** Minimum number of records per page. */
    public static final int MIN_LIMIT = 1;

    /** Maximum number of records per page. */
    public static final int MAX_LIMIT = 200;

    /** Maximum number of sort keys. */
    public static final int MAX_SORT_KEYS = 3;

    /** Maximum length of {@code q} in characters: a name or a sentence. */
    public static final int MAX_SEARCH_LENGTH = 300;

    /** Maximum number of terms of {@code q} that are searched; more of them cost time and hardly change the result. */
    public static final int MAX_SEARCH_TERMS = 20;

    /**
     * Maximum number of hits that paging by relevance reaches: the page at rank n costs as much as all pages before it.
     */
    public static final int MAX_HITS = 1_000;

    /** Maximum number of values of one parameter. */
    public static final int MAX_VALUES = 100;

    /** Maximum number of facets of one list; each takes a statement. */
    public static final int MAX_FACETS = 10;

    /**
     * Maximum number of filters for which an empty list counts the records that they exclude; each takes two counts.
     */
    public static final int MAX_EMPTY_REASONS = 5;

    /** Maximum depth of {@code expand}. */
    public static final int MAX_EXPANSION_DEPTH = 2;

    private QueryLimits() {}
}
