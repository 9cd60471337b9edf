package org.startupatlas.http.edge;

import io.vertx.core.http.HttpHeaders;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.ReconcilePaths;

/**
 * The {@code Content-Security-Policy} of responses: load nothing, except on the pages of Swagger UI and of the explorer,
 * whose embedded pages other sites may frame, as they may the previews of reconciliation.
 */
final class ContentSecurityPolicy {

    private static final String SWAGGER_UI = "/q/swagger-ui";

    /** Swagger UI starts with an inline script and embeds its icons as data URLs. */
    private static final CharSequence SWAGGER_UI_POLICY =
            HttpHeaders.createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");

    private static final String EXPLORER_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private static final CharSequence PAGE_POLICY = HttpHeaders.createOptimized(EXPLORER_POLICY + "'none'");

    private static final CharSequence EMBEDDED_PAGE_POLICY = HttpHeaders.createOptimized(EXPLORER_POLICY + "*");

    private static final String PREVIEW = ReconcilePaths.ROOT + "/" + ReconcilePaths.PREVIEW;

    /** Clients of reconciliation show previews in frames of their pages. */
    private static final CharSequence PREVIEW_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; base-uri 'none'; frame-ancestors *");

    private static final CharSequence DEFAULT_POLICY =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    private ContentSecurityPolicy() {}

    static CharSequence policy(String path) {
        if (path == null) {
            return DEFAULT_POLICY;
        }
        if (PagePaths.isPage(path)) {
            return PagePaths.isEmbedded(path) ? EMBEDDED_PAGE_POLICY : PAGE_POLICY;
        }
        if (path.equals(PREVIEW)) {
            return PREVIEW_POLICY;
        }
        return path.startsWith(SWAGGER_UI) ? SWAGGER_UI_POLICY : DEFAULT_POLICY;
    }
}
