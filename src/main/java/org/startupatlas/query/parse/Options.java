package org.startupatlas.query.parse;

import java.util.List;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.SortKey;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/**
 * The parsed parameters of a request that are not filters.
 *
 * @param searchText the search text, or null
 * @param sort the sort keys
 * @param limit the maximum number of records
 * @param cursor the cursor as sent, or null
 * @param total whether to count all records
 * @param facets the fields whose values are counted
 * @param fields the dotted names of the fields to return, or null for all
 * @param expansion the names to expand
 * @param language the language of texts, or null for all
 * @param format the format of the response
 */
record Options(
        String searchText,
        List<SortKey> sort,
        int limit,
        String cursor,
        boolean total,
        List<FieldPath> facets,
        List<String> fields,
        Expansion expansion,
        Language language,
        Format format) {}
