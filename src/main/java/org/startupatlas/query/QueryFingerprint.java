package org.startupatlas.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.ResourceSchema;

/**
 * Computes the hash that identifies the query of a cursor: its resource, scope, filters, search text and sort order.
 */
public final class QueryFingerprint {

    private QueryFingerprint() {}

    /** Returns the fingerprint, which does not depend on the order of the filters. */
    public static String of(
            ResourceSchema schema, String scope, Map<String, String> filters, String searchText, List<SortKey> sort) {
        StringBuilder text = new StringBuilder(schema.resource()).append('\n').append(scope);
        new TreeMap<>(filters)
                .forEach((name, value) ->
                        text.append('\n').append(name).append('=').append(value));
        text.append(searchText == null ? "" : "\nq=" + searchText);
        sort.forEach(key -> text.append('\n').append(key.text()));
        return Fingerprint.of(text.toString());
    }
}
