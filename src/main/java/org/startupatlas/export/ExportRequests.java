package org.startupatlas.export;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.http.response.VariantHash;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Parses requests for exports, and opens the exports. */
@Singleton
final class ExportRequests {

    /** The name of the path parameter. */
    static final String RESOURCE = "resource";

    private final SchemaRegistry registry;
    private final ListQueryParser parser;
    private final Exporter exporter;
    private final RevisionTracker revisions;
    private final VariantHash variants;

    ExportRequests(
            SchemaRegistry registry,
            ListQueryParser parser,
            Exporter exporter,
            RevisionTracker revisions,
            VariantHash variants) {
        this.registry = registry;
        this.parser = parser;
        this.exporter = exporter;
        this.revisions = revisions;
        this.variants = variants;
    }

    /**
     * An opened export.
     *
     * @param response the headers that a 200 and a 304 have
     * @param export the export; null if the client's cached copy is current
     * @param isManifest whether only the manifest of the export is requested
     */
    record Opened(ResponseBuilder response, Export export, boolean isManifest) {}

    /**
     * Opens the export of a request.
     *
     * @throws RuntimeException if the request is invalid; it is answered with a problem
     */
    Opened open(RoutingContext context) {
        HttpServerRequest request = context.request();
        String resource = context.pathParam(RESOURCE);
        return resource.equals(ExportQuery.ALL_RECORDS) ? openAll(request) : openOne(resource, request);
    }

    private Opened openOne(String resource, HttpServerRequest request) {
        ResourceSchema schema = registry.find(resource).orElseThrow(() -> unknown(resource, request));
        List<Parameter> parameters = RequestParameters.of(request);
        ExportQuery query =
                parser.export(schema, parameters, Negotiation.accepted(request, parameters, ExportQuery.FORMATS));
        ResponseBuilder response = respond(request, schema.fingerprint(), query.language(), query.format());
        return new Opened(response, response.isNotModified() ? null : exporter.export(query), query.manifest());
    }

    private Opened openAll(HttpServerRequest request) {
        ListQueryParser.FullExportQuery query = parser.fullExport(RequestParameters.of(request));
        String fingerprints =
                registry.schemas().stream().map(ResourceSchema::fingerprint).collect(Collectors.joining());
        ResponseBuilder response = respond(request, fingerprints, null, Format.JSON);
        return new Opened(
                response, response.isNotModified() ? null : exporter.exportAll(query.asOf()), query.manifest());
    }

    /** Records as of the past change with every write too: a redaction removes values from them. */
    private ResponseBuilder respond(HttpServerRequest request, String shape, Language language, Format format) {
        return ResponseBuilder.revalidated(request, revisions.revision())
                .tagRevision(variants.ofRequest(request, shape, language, format))
                .links(Stream.empty())
                .languages(language == null ? List.of() : List.of(language));
    }

    private RejectedException unknown(String resource, HttpServerRequest request) {
        List<String> candidates = Stream.concat(
                        Stream.of(ExportQuery.ALL_RECORDS),
                        registry.schemas().stream().map(ResourceSchema::resource))
                .toList();
        return RejectedException.unknownPath(
                request.path(),
                DidYouMean.nearest(resource, candidates)
                        .map(suggestion -> ExportsResource.PATH + "/" + suggestion)
                        .orElse(null));
    }
}
