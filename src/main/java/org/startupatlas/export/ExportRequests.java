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
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.StreamedResponse;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

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
    private final Vocabularies terms;

    ExportRequests(
            SchemaRegistry register,
            ListQueryParser grammar,
            Exporter exporter,
            RevisionTracker watch,
            Vocabularies terms) {
        this.register = register;
        this.grammar = grammar;
        this.exporter = exporter;
        this.watch = watch;
        this.terms = terms;
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
        ExportQuery query = grammar.export(
                declaration, parameters, DerivedResponses.accepted(request, parameters, ExportQuery.FORMATS));
        StreamedResponse answer = StreamedResponse.of(
                        request,
                        watch,
                        declaration.fingerprint() + query.format().code() + terms.version())
                .in(query.language());
        return new Opened(answer, answer.isKnown() ? null : exporter.export(query), query.manifest());
    }

    private Opened all(HttpServerRequest request) {
        ListQueryParser.FullExportQuery query = grammar.fullExport(RequestParameters.of(request));
        String shape = register.declarations().stream()
                .map(ResourceSchema::fingerprint)
                .collect(Collectors.joining());
        StreamedResponse answer = StreamedResponse.of(request, watch, shape);
        return new Opened(answer, answer.isKnown() ? null : exporter.all(query.asOf()), query.manifest());
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
