package org.startupatlas.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

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

    /** Returns the list that an indicator's {@code counted} names; empty if that is null or missing. */
    public static Optional<NamedList> of(JsonNode counted) {
        return counted.isObject()
                ? Optional.of(new NamedList(
                        counted.get("resource").textValue(),
                        counted.get("filters").textValue()))
                : Optional.empty();
    }

    public String url() {
        return "/v1/" + resource + (filters == null ? "" : "?" + filters);
    }
}
