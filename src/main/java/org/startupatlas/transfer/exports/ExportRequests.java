package org.startupatlas.transfer.exports;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.http.DerivedAnswers;
import org.startupatlas.http.ProblemException;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.StreamedAnswer;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.Grammar;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Register;
import org.startupatlas.query.Spelling;
import org.startupatlas.query.Terms;

/** Reads requests for exports, and opens what they ask for. */
@Singleton
final class ExportRequests {

    /** The parameter of the path. */
    static final String RESOURCE = "resource";

    /** What the path says for everything there is. */
    static final String ALL = "all.zip";

    private final Register register;
    private final Grammar grammar;
    private final Exporter exporter;
    private final RevisionWatch watch;
    private final Terms terms;

    ExportRequests(Register register, Grammar grammar, Exporter exporter, RevisionWatch watch, Terms terms) {
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
    record Opened(StreamedAnswer answer, Export export, boolean isManifest) {}

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
        Declaration declaration = register.find(resource).orElseThrow(() -> unknown(resource, request));
        List<Parameter> parameters = RequestParameters.of(request);
        ExportQuery query = grammar.export(
                declaration, parameters, DerivedAnswers.accepted(request, parameters, ExportQuery.FORMATS));
        StreamedAnswer answer = StreamedAnswer.of(
                        request,
                        watch,
                        declaration.fingerprint() + query.format().code() + terms.version())
                .in(query.language());
        return new Opened(answer, answer.isKnown() ? null : exporter.export(query), query.manifest());
    }

    private Opened all(HttpServerRequest request) {
        Grammar.Everything query = grammar.everything(RequestParameters.of(request));
        String shape =
                register.declarations().stream().map(Declaration::fingerprint).collect(Collectors.joining());
        StreamedAnswer answer = StreamedAnswer.of(request, watch, shape);
        return new Opened(answer, answer.isKnown() ? null : exporter.all(query.asOf()), query.manifest());
    }

    private ProblemException unknown(String resource, HttpServerRequest request) {
        List<String> names = Stream.concat(
                        Stream.of(ALL), register.declarations().stream().map(Declaration::resource))
                .toList();
        return ProblemException.unknownPath(
                request.path(),
                Spelling.nearest(resource, names)
                        .map(meant -> ExportsResource.PATH + "/" + meant)
                        .orElse(null));
    }
}
