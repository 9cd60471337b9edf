package org.startupatlas.schema;

import java.util.Objects;

/**
 * A list that a record names.
 *
 * @param resource the path word
 * @param filters the query of its URL, or null for all records
 */
public record NamedList(String resource, String filters) {

    public NamedList {
        Objects.requireNonNull(resource, "resource");
    }

    /** Where it is. */
    public String link() {
        return "/v1/" + resource + (filters == null ? "" : "?" + filters);
    }
}
