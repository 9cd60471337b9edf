package org.startupatlas.export;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.StreamedResponse;
import org.startupatlas.http.response.VariantHash;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Reads requests for exports, and opens what they ask for. */
@Singleton
final class ExportRequests {

    /** The parameter of the path. */
    static final String RESOURCE = "resource";

    /** What the path says for everything there is. */
    static final String ALL = "all.zip";

    private final SchemaRegistry register;
    private final ListQueryParser grammar;
    private final Exporter exporter;
    private final RevisionTracker watch;
    private final VariantHash variants;

    ExportRequests(
            SchemaRegistry register,
            ListQueryParser grammar,
            Exporter exporter,
            RevisionTracker watch,
            VariantHash variants) {
        this.register = register;
        this.grammar = grammar;
        this.exporter = exporter;
        this.watch = watch;
        this.variants = variants;
    }

    /**
     * What a request asks for.
     *
     * @param answer the head of its answer
     * @param export null where the client has it already
     * @param isManifest whether only to tell what the export is
     */
    record Opened(StreamedResponse answer, Export export, boolean isManifest) {}

    /**
     * Opens what a request asks for.
     *
     * @throws RuntimeException what the request means to a problem
     */
    Opened read(RoutingContext context) {
        HttpServerRequest request = context.request();
        String resource = context.pathParam(RESOURCE);
        return resource.equals(ALL) ? all(request) : one(resource, request);
    }

    private Opened one(String resource, HttpServerRequest request) {
        ResourceSchema declaration = register.find(resource).orElseThrow(() -> unknown(resource, request));
        List<Parameter> parameters = RequestParameters.of(request);
        ExportQuery query =
                grammar.export(declaration, parameters, Negotiation.accepted(request, parameters, ExportQuery.FORMATS));
        StreamedResponse answer = respond(request, declaration.fingerprint(), query.language(), query.format());
        return new Opened(answer, answer.isNotModified() ? null : exporter.export(query), query.manifest());
    }

    private Opened all(HttpServerRequest request) {
        ListQueryParser.Everything query = grammar.everything(RequestParameters.of(request));
        String shape = register.declarations().stream()
                .map(ResourceSchema::fingerprint)
                .collect(Collectors.joining());
        StreamedResponse answer = respond(request, shape, null, Format.JSON);
        return new Opened(answer, answer.isNotModified() ? null : exporter.all(query.asOf()), query.manifest());
    }

    private StreamedResponse respond(HttpServerRequest request, String shape, Language language, Format format) {
        // Read before the records: a tag may state an older revision than the body shows, never a newer one.
        long reached = watch.revision();
        return StreamedResponse.of(request, reached, variants.ofRequest(request, shape, language, format), language);
    }

    private ProblemException unknown(String resource, HttpServerRequest request) {
        List<String> names = Stream.concat(
                        Stream.of(ALL), register.declarations().stream().map(ResourceSchema::resource))
                .toList();
        return ProblemException.unknownPath(
                request.path(),
                DidYouMean.nearest(resource, names)
                        .map(meant -> ExportsResource.PATH + "/" + meant)
                        .orElse(null));
    }
}
