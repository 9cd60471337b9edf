package org.startupatlas.http.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Envelope;
import org.startupatlas.http.format.Ndjson;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Format;

/** Responds with changes, of all records or of one. */
@Singleton
public final class ChangeResponses {

    private final ChangeWriter writer;

    ChangeResponses(ChangeWriter writer) {
        this.writer = writer;
    }

    /**
     * Returns the format that the client prefers.
     *
     * @throws RejectedException if it accepts none of the formats of changes
     */
    public static Format accepted(HttpServerRequest request, List<Parameter> parameters) {
        return Negotiation.accepted(request, parameters, ChangesQuery.FORMATS);
    }

    /**
     * Requires that the client accepts a media type.
     *
     * @throws RejectedException if it does not
     */
    public static void requireAccepted(HttpServerRequest request, String mediaType) {
        if (!Negotiation.accepts(request.getHeader("Accept"), mediaType)) {
            throw RejectedException.of(ProblemKind.NOT_ACCEPTABLE, mediaType);
        }
    }

    /** Responds with a page of changes. */
    public Response page(HttpServerRequest request, ChangesQuery query, ChangePage page) {
        ChangeWriter.ForQuery queryWriter = writer.of(query);
        List<byte[]> changes = page.changes().stream().map(queryWriter::write).toList();
        ResponseBuilder response = ResponseBuilder.uncached(request)
                .links(Stream.of(link(request, page)))
                .languages(queryWriter.languages());
        if (query.format() == Format.JSON) {
            return response.ok(
                    MediaType.APPLICATION_JSON_TYPE, () -> envelope(query, page).around(changes));
        }
        return response.hasMore(query.format(), page.hasMore())
                .ok(MediaType.valueOf(query.format().mediaType()), () -> Ndjson.lines(changes));
    }

    /** Returns the link to the following changes: {@code next} if there are more, {@code sync} to poll later. */
    private static String link(HttpServerRequest request, ChangePage page) {
        return PageLink.header(
                PageLink.since(request.path(), RequestParameters.of(request), page.nextSince()),
                page.hasMore() ? "next" : "sync");
    }

    private static Envelope envelope(ChangesQuery query, ChangePage page) {
        ObjectNode position = Envelope.page(query.limit(), page.hasMore()).put("next_since", page.nextSince());
        return new Envelope(position, null, Envelope.meta(page.revision(), query.language()));
    }
}
