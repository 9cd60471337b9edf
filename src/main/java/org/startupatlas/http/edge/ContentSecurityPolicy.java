package org.startupatlas.http.edge;

import io.vertx.core.http.HttpHeaders;

/** The {@code Content-Security-Policy} of responses: load nothing, except on the pages of Swagger UI. */
final class ContentSecurityPolicy {

    private static final String SWAGGER_UI = "/q/swagger-ui";

    /** Swagger UI starts with an inline script and embeds its icons as data URLs. */
    private static final CharSequence SWAGGER_UI_POLICY =
            HttpHeaders.createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");

    private static final CharSequence DEFAULT_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    private ContentSecurityPolicy() {}

    static CharSequence policy(String path) {
        return path != null && path.startsWith(SWAGGER_UI) ? SWAGGER_UI_POLICY : DEFAULT_POLICY;
    }
}
