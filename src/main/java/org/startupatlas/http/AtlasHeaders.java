package org.startupatlas.http;

import static io.vertx.core.http.HttpHeaders.createOptimized;

/** The response headers of this API that no RFC defines. */
final class AtlasHeaders {

    /** The revision that an answer shows. */
    static final CharSequence REVISION = createOptimized("Atlas-Revision");

    private AtlasHeaders() {}
}
