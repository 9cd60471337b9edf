package org.startupatlas.http;

/** What pages from here may load: nothing, but for the one page that is an application. */
final class ContentSecurity {

    private static final String SWAGGER_UI = "/q/swagger-ui";

    private ContentSecurity() {}

    static String policy(String path) {
        return path != null && path.startsWith(SWAGGER_UI)
                // Swagger UI brings its start as an inline script and its icons as data.
                ? "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                        + "img-src 'self' data:; frame-ancestors 'none'"
                : "default-src 'none'; frame-ancestors 'none'";
    }
}
