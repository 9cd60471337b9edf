package org.startupatlas.schema;

import java.util.Objects;

/**
 * A list of this API that a record names.
 *
 * @param resource the resource's name in URLs
 * @param filters the query of its URL, or null for all records
 */
public record NamedList(String resource, String filters) {

    public NamedList {
        Objects.requireNonNull(resource, "resource");
    }

    public String url() {
        return "/v1/" + resource + (filters == null ? "" : "?" + filters);
    }
}
