package org.startupatlas.query;

import java.util.List;

/**
 * What a request says beside its filters.
 *
 * @param words what to find, or null
 * @param sort the order
 * @param limit at most so many records
 * @param cursor as sent, or null
 * @param total whether to count
 * @param facets the fields whose values are counted
 * @param fields dotted names, or null for all
 * @param expansion what to expand
 * @param language or null
 * @param format of the answer
 */
record Options(
        String words,
        List<Sort> sort,
        int limit,
        String cursor,
        boolean total,
        List<Path> facets,
        List<String> fields,
        Expansion expansion,
        Language language,
        Format format) {}
