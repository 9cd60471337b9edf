package org.startupatlas.http.response;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.License;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Answers with what follows from many records; shared caches may keep it for a minute, as lists. */
@Singleton
public final class DerivedResponses {

    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final RevisionTracker watch;

    DerivedResponses(SchemaRegistry register, Vocabularies terms, RevisionTracker watch) {
        this.register = register;
        this.terms = terms;
        this.watch = watch;
    }

    /**
     * The format that the client would rather have.
     *
     * @throws ProblemException if it takes none of those offered
     */
    public static Format accepted(HttpServerRequest request, List<Parameter> parameters, List<Format> offered) {
        return Negotiation.accepted(request, parameters, offered);
    }

    /**
     * What was put together.
     *
     * @param nextCursor of the page behind it; null where there is none
     * @param isLasting whether the same request has the same answer as long as nothing is written
     */
    public record Derived(byte[] bytes, String nextCursor, boolean isLasting) {}

    /**
     * Answers with what follows from the records, which is not put together where the client has it already.
     *
     * @param shape changes when the same records would be written otherwise
     * @param language the language of its texts, or null for all
     * @param derive puts it together, with texts and labels from the projection
     */
    public Response of(
            HttpServerRequest request,
            String shape,
            Language language,
            Format format,
            Function<Projection, Derived> derive) {
        // The revision is read first: a tag may promise less than the answer tells, never more.
        EntityTag tag = EntityTag.weak(watch.revision(), variant(request, shape, language, format));
        if (ResponseBuilder.isKnown(request, tag)) {
            return ResponseBuilder.sharedForAMinute(request).tag(tag).notModified();
        }
        Projection projection = new Projection(register, terms, language);
        Derived derived = derive.apply(projection);
        ResponseBuilder answer = derived.isLasting()
                ? ResponseBuilder.sharedForAMinute(request).tag(tag)
                : ResponseBuilder.unstored(request);
        return answer.header("Link", links(request, derived))
                .in(projection.languages())
                .ok(format, derived::bytes);
    }

    private static String links(HttpServerRequest request, Derived derived) {
        return derived.nextCursor() == null
                ? License.LINK
                : "<" + PageLink.of(request.path(), RequestParameters.of(request), derived.nextCursor())
                        + ">; rel=\"next\", " + License.LINK;
    }

    /** A hash of all that the bytes depend on beside the records; what codes are called may be a part of any text. */
    private String variant(HttpServerRequest request, String shape, Language language, Format format) {
        return Fingerprint.of(String.join(
                "\n",
                watch.origin(),
                shape,
                terms.version(),
                format.code(),
                language == null ? "" : language.code(),
                ResponseBuilder.isCompressed(request) ? "gzip" : "",
                request.path() + RequestParameters.inOneOrder(RequestParameters.of(request))));
    }
}
