package org.startupatlas.http;

import static io.vertx.core.http.HttpHeaders.createOptimized;

/** The response headers of this API that are not defined by an RFC. */
public final class AtlasHeaders {

    /** The revision that the response shows. */
    public static final CharSequence REVISION = createOptimized("Atlas-Revision");

    private AtlasHeaders() {}
}
