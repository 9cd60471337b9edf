package org.startupatlas.query.parse;

import java.util.List;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.SortKey;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

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
        List<SortKey> sort,
        int limit,
        String cursor,
        boolean total,
        List<FieldPath> facets,
        List<String> fields,
        Expansion expansion,
        Language language,
        Format format) {}
