package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.query.Fingerprint;
import org.startupatlas.query.Format;
import org.startupatlas.query.Language;

/**
 * The head of an answer of status 200 whose body is written while it is made; or 304, where the client has it already.
 * Caches ask again about it each time.
 */
public final class StreamedAnswer {

    private final HttpServerRequest request;
    private final EntityTag tag;
    private final Answer answer;

    private StreamedAnswer(HttpServerRequest request, EntityTag tag) {
        this.request = request;
        this.tag = tag;
        this.answer = Answer.revalidated(request).tag(tag).header("Link", License.LINK);
    }

    /**
     * An answer that changes with what is written. This holds for the past too: a value can be taken out of it.
     *
     * @param shape what its bytes depend on beside the records and the parameters
     * @throws org.startupatlas.query.InvalidQuery if the parameters cannot be read
     */
    public static StreamedAnswer of(HttpServerRequest request, RevisionWatch watch, String shape) {
        // The revision is read first: a tag may promise less than the answer tells, never more.
        EntityTag tag = EntityTag.weak(
                watch.revision(),
                Fingerprint.of(String.join(
                        "\n",
                        watch.origin(),
                        shape,
                        Answer.isCompressed(request) ? "gzip" : "",
                        request.path() + RequestParameters.inOneOrder(RequestParameters.of(request)))));
        return new StreamedAnswer(request, tag);
    }

    /** The answer in this language, where its texts are written in it; null for all three. */
    public StreamedAnswer in(Language language) {
        if (language != null) {
            answer.in(List.of(language));
        }
        return this;
    }

    /** The media type of a format, as headers say it. */
    public static String contentType(Format format) {
        return Answer.contentType(format).toString();
    }

    /** Whether the client takes gzip. */
    public static boolean isCompressed(HttpServerRequest request) {
        return Answer.isCompressed(request);
    }

    /** Whether the client has it already. */
    public boolean isKnown() {
        return Answer.isKnown(request, tag);
    }

    /** Answers that the client has it already. */
    public void sendNotModified() {
        putHeaders().setStatusCode(304).end();
    }

    /**
     * Puts the head on the response.
     *
     * @param revision the one that the body is of
     * @param isCompressed whether the body is gzip
     */
    public HttpServerResponse begin(String contentType, long revision, boolean isCompressed) {
        HttpServerResponse response = putHeaders()
                .putHeader("Content-Type", contentType)
                .putHeader(AtlasHeaders.REVISION, Long.toString(revision));
        return isCompressed ? response.putHeader("Content-Encoding", "gzip") : response;
    }

    private HttpServerResponse putHeaders() {
        answer.headers().forEach(request.response()::putHeader);
        return request.response();
    }
}
