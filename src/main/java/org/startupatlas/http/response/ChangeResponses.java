package org.startupatlas.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.Changes;
import org.startupatlas.http.License;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;

/** Responds with changes, of all records or of one. */
@Singleton
public final class ChangeResponses {

    private final ChangeWriter writer;
    private final ObjectMapper json;

    ChangeResponses(ChangeWriter writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /**
     * Returns the format that the client prefers.
     *
     * @throws ProblemException if it accepts none of the formats of changes
     */
    public static Format accepted(HttpServerRequest request, List<Parameter> parameters) {
        return Negotiation.accepted(request, parameters, ChangesQuery.FORMATS);
    }

    /**
     * Requires that the client accepts a media type.
     *
     * @throws ProblemException if it does not
     */
    public static void requireAccepted(HttpServerRequest request, String mediaType) {
        if (!Negotiation.accepts(request.getHeader("Accept"), mediaType)) {
            throw ProblemException.notAcceptable(mediaType);
        }
    }

    /** Responds with a page of changes. */
    public Response page(HttpServerRequest request, ChangesQuery query, ChangePage page) {
        ChangeWriter.ForQuery queryWriter = writer.of(query);
        List<byte[]> changes = page.changes().stream().map(queryWriter::write).toList();
        ResponseBuilder response =
                ResponseBuilder.uncached(request).links(link(request, page)).languages(queryWriter.languages());
        if (query.format() == Format.JSON) {
            return response.ok(MediaType.APPLICATION_JSON_TYPE, () -> object(query, page, changes));
        }
        return response.header("Atlas-Has-More", String.valueOf(page.hasMore()))
                .ok(MediaType.valueOf(query.format().mediaType()), () -> lines(changes));
    }

    /** Returns the link to the following changes: {@code next} if there are more, {@code sync} to poll later. */
    private static String link(HttpServerRequest request, ChangePage page) {
        return "<" + PageLink.since(request.path(), RequestParameters.of(request), page.nextSince()) + ">; rel=\""
                + (page.hasMore() ? "next" : "sync") + "\"";
    }

    private byte[] object(ChangesQuery query, ChangePage page, List<byte[]> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "{\"data\":[");
        for (int i = 0; i < changes.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(changes.get(i));
        }
        write(out, "],\"page\":");
        out.writeBytes(RecordJson.bytes(json, new Changes.Page(query.limit(), page.hasMore(), page.nextSince())));
        write(out, ",\"meta\":");
        out.writeBytes(RecordJson.bytes(
                json,
                new Changes.Meta(
                        page.revision(),
                        License.ID,
                        query.language() == null ? null : query.language().code())));
        out.write('}');
        return out.toByteArray();
    }

    private static byte[] lines(List<byte[]> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        changes.forEach(change -> {
            out.writeBytes(change);
            out.write('\n');
        });
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
