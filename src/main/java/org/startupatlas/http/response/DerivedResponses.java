package org.startupatlas.http.response;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Responds with bodies computed from many records: search results, suggestions, statistics. */
@Singleton
public final class DerivedResponses {

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final RevisionTracker revisions;
    private final VariantHash variants;

    DerivedResponses(
            SchemaRegistry registry, Vocabularies vocabularies, RevisionTracker revisions, VariantHash variants) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.revisions = revisions;
        this.variants = variants;
    }

    /**
     * A computed body.
     *
     * @param nextCursor the cursor of the next page; null on the last one
     * @param isCacheable whether the same request has the same body until the next write
     * @param isPage whether more may follow, which formats without an envelope say in a header
     */
    public record Derived(byte[] bytes, String nextCursor, boolean isCacheable, boolean isPage) {

        public Derived(byte[] bytes, String nextCursor, boolean isCacheable) {
            this(bytes, nextCursor, isCacheable, false);
        }

        /** Returns a page, the last one if the cursor is null. */
        public static Derived page(byte[] bytes, String nextCursor) {
            return new Derived(bytes, nextCursor, true, true);
        }
    }

    /** Computes a body. */
    public interface Computation {

        /**
         * Returns the body.
         *
         * @param reached a revision that this node had reached before
         * @param projection writes texts and labels in the requested language
         */
        Derived compute(long reached, Projection projection);
    }

    /**
     * Responds with a computed body, or with 304 without computing it.
     *
     * @param shape changes when this release writes the same records differently
     * @param language of the texts, or null for all three
     */
    public Response of(
            HttpServerRequest request, String shape, Language language, Format format, Computation computation) {
        return of(request, shape, language, format, null, computation);
    }

    /**
     * Responds as {@link #of(HttpServerRequest, String, Language, Format, Computation)} with a body that depends on the
     * current day.
     *
     * @param day the day; null if the body does not depend on it
     */
    public Response of(
            HttpServerRequest request,
            String shape,
            Language language,
            Format format,
            LocalDate day,
            Computation computation) {
        // Any text may contain labels of codes, in any language.
        String variant = variants.ofRequest(
                request, shape + vocabularies.version() + (day == null ? "" : day), language, format);
        ResponseBuilder response = ResponseBuilder.shared(request, revisions.revision())
                .validOn(day)
                .tagRevision(variant);
        if (response.isNotModified()) {
            return response.notModified();
        }
        Projection projection = new Projection(registry, vocabularies, language);
        Derived derived = computation.compute(response.revision(), projection);
        ResponseBuilder answer = derived.isCacheable() ? response : ResponseBuilder.uncached(request);
        if (derived.isPage()) {
            answer.hasMore(format, derived.nextCursor() != null);
        }
        return answer.links(PageLink.next(request.path(), RequestParameters.of(request), derived.nextCursor()).stream())
                .languages(projection.languages())
                .ok(format, derived::bytes);
    }
}
