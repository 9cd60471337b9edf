package org.startupatlas.http.edge;

import io.vertx.core.http.HttpHeaders;

/** What pages from here may load: nothing, but for the one page that is an application. */
final class ContentSecurityPolicy {

    private static final String SWAGGER_UI = "/q/swagger-ui";

    /** Swagger UI brings its start as an inline script and its icons as data. */
    private static final CharSequence OF_AN_APPLICATION =
            HttpHeaders.createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");

    private static final CharSequence NOTHING =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    private ContentSecurityPolicy() {}

    static CharSequence policy(String path) {
        return path != null && path.startsWith(SWAGGER_UI) ? OF_AN_APPLICATION : NOTHING;
    }
}
