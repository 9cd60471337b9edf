package org.startupatlas.http.record;

import io.vertx.core.http.HttpServerRequest;
import org.startupatlas.schema.ResourceSchema;

/** A request for a record by a former slug, which redirects to its current one. */
public final class RecordMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String location;

    private RecordMovedException(String location) {
        super(location, null, false, false);
        this.location = location;
    }

    /** Redirects to the same path and query with the current slug. */
    static RecordMovedException to(ResourceSchema schema, String slug, HttpServerRequest request) {
        String base = "/v1/" + schema.resource() + "/";
        int rest = request.path().indexOf('/', base.length());
        return new RecordMovedException(base
                + slug
                + (rest < 0 ? "" : request.path().substring(rest))
                + (request.query() == null ? "" : "?" + request.query()));
    }

    public String location() {
        return location;
    }
}
