package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import org.startupatlas.query.Declaration;

/** A request for a record by a name that it has no more. */
final class Moved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String location;

    private Moved(String location) {
        super(location, null, false, false);
        this.location = location;
    }

    /** The same request, with the name that the record has now. */
    static Moved to(Declaration declaration, String slug, HttpServerRequest request) {
        String base = "/v1/" + declaration.resource() + "/";
        int rest = request.path().indexOf('/', base.length());
        return new Moved(base
                + slug
                + (rest < 0 ? "" : request.path().substring(rest))
                + (request.query() == null ? "" : "?" + request.query()));
    }

    String location() {
        return location;
    }
}
