package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.export.format.ChunkSource;
import org.startupatlas.export.format.GzipSource;
import org.startupatlas.http.AtlasHeaders;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.http.response.ConcurrencyLimits;
import org.startupatlas.http.response.PacedResponse;
import org.startupatlas.http.response.PacedResponses;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Format;

/**
 * Serves the exports. It is a Vert.x route, because it writes only as fast as the client reads, so that a slow client
 * holds no thread.
 */
@Singleton
final class ExportRoute {

    private static final String METER = "atlas.exports";
    private static final String PATH = ExportsResource.PATH + "/:" + ExportRequests.RESOURCE;

    /**
     * Number of threads that all exports share, chunk by chunk. Most database connections and processors are left to
     * other requests.
     */
    private static final int WORKERS = 2;

    private final ExportRequests requests;
    private final ObjectMapper json;
    private final WorkerExecutor workers;
    private final Duration writeTimeout;
    private final PacedResponses responses;

    ExportRoute(
            ExportRequests requests,
            ProblemSender problems,
            ObjectMapper json,
            Vertx vertx,
            MeterRegistry metrics,
            Authenticator access,
            ConcurrencyLimits limits,
            @ConfigProperty(name = "atlas.export-write-timeout") Duration writeTimeout) {
        this.requests = requests;
        this.json = json;
        this.workers = vertx.createSharedWorkerExecutor("exports", WORKERS);
        this.writeTimeout = writeTimeout;
        this.responses =
                new PacedResponses(ProblemKind.TOO_MANY_EXPORTS, METER, limits.exports(), access, problems, metrics);
    }

    void register(@Observes Router router) {
        router.route(PATH).handler(context -> responses.admit(context, this::handle));
    }

    void stop(@Observes ShutdownEvent event) {
        responses.forEachOpen(PacedResponse::abort);
    }

    private Future<Void> handle(RoutingContext context) {
        return workers.executeBlocking(() -> requests.open(context), false).compose(opened -> respond(context, opened));
    }

    private Future<Void> respond(RoutingContext context, ExportRequests.Opened opened) {
        if (context.response().closed()) {
            return Future.succeededFuture(); // the client has disconnected
        }
        if (opened.export() == null) {
            opened.response().putHeaders().setStatusCode(304).end();
            return Future.succeededFuture();
        }
        return opened.isManifest() ? sendManifest(context, opened) : sendExport(context, opened);
    }

    private Future<Void> sendExport(RoutingContext context, ExportRequests.Opened opened) {
        Export export = opened.export();
        boolean compress = !export.isCompressed() && ResponseBuilder.acceptsGzip(context.request());
        ChunkSource chunks = compress ? new GzipSource(export.chunks()) : export.chunks();
        // A failure before the first chunk is answered with a problem.
        return read(chunks).map(first -> {
            putHeaders(opened, export.contentType(), compress)
                    .putHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
            responses.send(context, first, () -> read(chunks), writeTimeout);
            return null;
        });
    }

    /** Sets the headers of a 200. */
    private static HttpServerResponse putHeaders(ExportRequests.Opened opened, String contentType, boolean compress) {
        HttpServerResponse response = opened.response()
                .putHeaders()
                .putHeader("Content-Type", contentType)
                .putHeader(AtlasHeaders.REVISION, Long.toString(opened.export().revision()));
        return compress ? response.putHeader("Content-Encoding", "gzip") : response;
    }

    private Future<Buffer> read(ChunkSource chunks) {
        return workers.executeBlocking(() -> Buffer.buffer(chunks.next()), false);
    }

    private Future<Void> sendManifest(RoutingContext context, ExportRequests.Opened opened) {
        boolean compress = ResponseBuilder.acceptsGzip(context.request());
        Export.Manifest manifest = opened.export().new Manifest();
        Promise<Void> completion = Promise.promise();
        if (isHead(context)) {
            completion.complete();
        } else {
            drain(context, manifest, completion);
        }
        return completion.future().map(taken -> {
            HttpServerResponse response = putHeaders(opened, Format.JSON.mediaType(), compress);
            if (isHead(context)) {
                response.end();
            } else {
                byte[] body = manifest.json(json).toString().getBytes(StandardCharsets.UTF_8);
                response.end(Buffer.buffer(compress ? GzipSource.compress(body) : body));
            }
            return null;
        });
    }

    /** Reads one chunk per task, so that the exports share the threads; stops if the client has disconnected. */
    private void drain(RoutingContext context, Export.Manifest manifest, Promise<Void> completion) {
        workers.executeBlocking(manifest::readChunk, false)
                .onSuccess(last -> {
                    if (last || context.response().closed()) {
                        completion.complete();
                    } else {
                        drain(context, manifest, completion);
                    }
                })
                .onFailure(completion::fail);
    }

    private static boolean isHead(RoutingContext context) {
        return context.request().method().equals(HttpMethod.HEAD);
    }
}
