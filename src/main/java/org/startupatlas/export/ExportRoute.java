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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.export.format.ChunkSource;
import org.startupatlas.export.format.GzipSource;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.http.response.ConcurrencyLimiter;
import org.startupatlas.http.response.ConcurrencyLimits;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.schema.Format;

/**
 * Exports over HTTP, on a route of their own: it writes only what a client takes, and a client that takes its time holds
 * no thread.
 */
@Singleton
final class ExportRoute {

    private static final String METER = "atlas.exports";
    private static final String PATH = ExportsResource.PATH + "/:" + ExportRequests.RESOURCE;

    /**
     * So many exports read and write at a time, in turns, however many there are: most of the connections to the
     * database, and of the processors, are for requests.
     */
    private static final int WORKERS = 2;

    private final ExportRequests requests;
    private final ProblemSender problems;
    private final ObjectMapper json;
    private final WorkerExecutor workers;
    private final Duration patience;
    private final ConcurrencyLimiter door;
    private final Set<ExportStream> streams = ConcurrentHashMap.newKeySet();

    ExportRoute(
            ExportRequests requests,
            ProblemSender problems,
            ObjectMapper json,
            Vertx vertx,
            MeterRegistry metrics,
            Authenticator access,
            ConcurrencyLimits limits,
            @ConfigProperty(name = "atlas.export-patience") Duration patience) {
        this.requests = requests;
        this.problems = problems;
        this.json = json;
        this.workers = vertx.createSharedWorkerExecutor("exports", WORKERS);
        this.patience = patience;
        this.door = new ConcurrencyLimiter(
                ProblemKind.TOO_MANY_EXPORTS, METER, limits.exports(), access, problems, metrics);
        metrics.gauge(METER, door, ConcurrencyLimiter::admitted);
    }

    void register(@Observes Router router) {
        router.route(PATH).handler(context -> door.admit(context, this::open));
    }

    void stop(@Observes ShutdownEvent event) {
        streams.forEach(ExportStream::breakOff);
    }

    private void open(RoutingContext context) {
        workers.executeBlocking(() -> requests.read(context), false)
                .compose(opened -> answer(context, opened))
                .onFailure(failure -> problems.send(context, failure));
    }

    private Future<Void> answer(RoutingContext context, ExportRequests.Opened opened) {
        if (context.response().closed()) {
            return Future.succeededFuture(); // the client has gone meanwhile
        }
        if (opened.export() == null) {
            opened.answer().sendNotModified();
            return Future.succeededFuture();
        }
        return opened.isManifest() ? sendManifest(context, opened) : sendExport(context, opened);
    }

    private Future<Void> sendExport(RoutingContext context, ExportRequests.Opened opened) {
        Export export = opened.export();
        boolean compress = !export.isCompressed() && ResponseBuilder.acceptsGzip(context.request());
        ChunkSource pieces = compress ? new GzipSource(export.pieces()) : export.pieces();
        // Whatever fails so far is told as a problem.
        return workers.executeBlocking(pieces::next, false).map(first -> {
            if (!context.response().closed()) {
                HttpServerResponse response = opened.answer()
                        .begin(export.contentType(), export.revision(), compress)
                        .putHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"")
                        // nginx would keep it all, on its disk, until the client has taken it.
                        .putHeader("X-Accel-Buffering", "no");
                if (isHead(context)) {
                    response.end();
                } else {
                    stream(context, pieces, first);
                }
            }
            return null;
        });
    }

    private Future<Void> sendManifest(RoutingContext context, ExportRequests.Opened opened) {
        boolean compress = ResponseBuilder.acceptsGzip(context.request());
        Export.Manifest manifest = opened.export().new Manifest();
        Promise<Void> whole = Promise.promise();
        if (isHead(context)) {
            whole.complete();
        } else {
            takeAll(context, manifest, whole);
        }
        return whole.future().map(taken -> {
            HttpServerResponse response = opened.answer()
                    .begin(Format.JSON.mediaType(), opened.export().revision(), compress);
            if (isHead(context)) {
                response.end();
            } else {
                byte[] body = manifest.json(json).toString().getBytes(StandardCharsets.UTF_8);
                response.end(Buffer.buffer(compress ? GzipSource.all(body) : body));
            }
            return null;
        });
    }

    /** One piece at a time, so that others have their turns; and no further when the client has gone. */
    private void takeAll(RoutingContext context, Export.Manifest manifest, Promise<Void> whole) {
        workers.executeBlocking(manifest::step, false)
                .onSuccess(last -> {
                    if (last || context.response().closed()) {
                        whole.complete();
                    } else {
                        takeAll(context, manifest, whole);
                    }
                })
                .onFailure(whole::fail);
    }

    private static boolean isHead(RoutingContext context) {
        return context.request().method().equals(HttpMethod.HEAD);
    }

    private void stream(RoutingContext context, ChunkSource pieces, byte[] first) {
        context.response().setChunked(true);
        ExportStream stream = new ExportStream(
                context.request(),
                context.vertx().getOrCreateContext(),
                () -> workers.executeBlocking(pieces::next, false),
                patience);
        streams.add(stream);
        context.addEndHandler(ended -> {
            streams.remove(stream);
            stream.release();
        });
        stream.begin(first);
    }
}
