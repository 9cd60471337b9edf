package org.startupatlas.schema.type;

/** The maximum lengths, in characters, of the values of each type, unless a field sets its own. */
public final class MaxLengths {

    /** The keys of names are indexed, and PostgreSQL limits an index entry to 2,704 bytes in all. */
    public static final int TEXT = 250;

    /**
     * Prose is not indexed, so only the size limit of the request body applies, which is checked before the body is
     * read.
     */
    public static final int PROSE = 1_048_576;

    public static final int TOKEN = 200;

    public static final int CODE = 64;

    /**
     * All codes of a list together. The sectors of a startup share an index with its name and its city, of up to 500
     * bytes each. PostgreSQL limits an index entry to 2,704 bytes, and each code takes up to seven bytes more than its
     * length.
     */
    public static final int CODES = 1_000;

    /** Codes of ISO 4217. */
    public static final int CURRENCY = 3;

    /** {@code 2020-06-01/2026-Q1} is the longest form. */
    public static final int PARTIAL_DATE = 21;

    private MaxLengths() {}

    /** Returns the maximum length of a value; for lists, of each element. */
    public static int of(ValueType<?> type) {
        if (type == ValueTypes.TEXT) {
            return TEXT;
        }
        if (type == ValueTypes.TOKEN || type == ValueTypes.TOKENS) {
            return TOKEN;
        }
        if (type == ValueTypes.CODE || type == ValueTypes.CODES) {
            return CODE;
        }
        return type == ValueTypes.PARTIAL_DATE ? PARTIAL_DATE : PROSE;
    }
}
