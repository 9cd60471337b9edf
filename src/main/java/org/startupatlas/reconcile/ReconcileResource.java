package org.startupatlas.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.http.Limits;
import org.startupatlas.http.ReconcilePaths;
import org.startupatlas.http.RequestOrigin;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.reconcile.entity.Descriptions;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.reconcile.entity.EntityAddress;
import org.startupatlas.reconcile.entity.EntityReader;
import org.startupatlas.reconcile.match.Reconciler;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** The Reconciliation Service API 0.2, which OpenRefine speaks: it matches the names in spreadsheets with records. */
@Path(ReconcilePaths.ROOT)
public class ReconcileResource {

    private static final String LANG = "lang";

    private static final List<String> PARAMETERS = List.of(QueryBatchParser.PARAMETER, DataExtension.PARAMETER, LANG);

    private static final String PREFIX = "prefix";

    private static final String CURSOR = "cursor";

    private static final String TYPE = "type";

    private static final String LIMIT = "limit";

    private static final String ID = "id";

    private static final int DEFAULT_SUGGESTIONS = 10;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final Manifest manifest;
    private final QueryBatchParser parser;
    private final Reconciler reconciler;
    private final DataExtension extension;
    private final Suggester suggester;
    private final EntityReader entities;
    private final Descriptions descriptions;
    private final ObjectMapper json;

    ReconcileResource(
            Manifest manifest,
            QueryBatchParser parser,
            Reconciler reconciler,
            DataExtension extension,
            Suggester suggester,
            EntityReader entities,
            Descriptions descriptions,
            ObjectMapper json) {
        this.manifest = manifest;
        this.parser = parser;
        this.reconciler = reconciler;
        this.extension = extension;
        this.suggester = suggester;
        this.entities = entities;
        this.descriptions = descriptions;
        this.json = json;
    }

    /** Responds with the manifest or, with a query in a parameter, with its results. */
    @GET
    public Response read(@Context HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, PARAMETERS);
        Language language = language(parameters, request);
        parameters.rejectIfInvalid();
        boolean isQuery = parameters.text(QueryBatchParser.PARAMETER).isPresent()
                || parameters.text(DataExtension.PARAMETER).isPresent();
        return isQuery ? answer(parameters, request) : json(request, manifest.of(RequestOrigin.of(request), language));
    }

    /**
     * Responds with the results of a query in a form or, under the same name, in a JSON object. The language may be in the
     * body or in the address.
     */
    @POST
    public Response query(InputStream body, @Context HttpServerRequest request) {
        ParameterSet ofAddress = RequestParameters.only(request, List.of(LANG));
        ofAddress.language();
        ofAddress.rejectIfInvalid();
        return answer(ParameterSet.of(fields(body, request), PARAMETERS).rejectUnknown(), request);
    }

    private static List<Parameter> fields(InputStream body, HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(RequestBody.JSON)
                ? RequestBody.object(request, body, RequestBody.JSON).properties().stream()
                        .map(member -> new Parameter(member.getKey(), text(member.getValue())))
                        .toList()
                : RequestBody.form(request, body);
    }

    private static String text(JsonNode member) {
        return member.isTextual() ? member.textValue() : member.toString();
    }

    private Response answer(ParameterSet parameters, HttpServerRequest request) {
        String queries = parameters.text(QueryBatchParser.PARAMETER).orElse(null);
        String extend = parameters.text(DataExtension.PARAMETER).orElse(null);
        if (queries == null && extend == null) {
            parameters.reject(Violation.of(QueryBatchParser.PARAMETER, "required"));
        } else if (queries != null && extend != null) {
            parameters.reject(Violation.of(DataExtension.PARAMETER, "not-together", QueryBatchParser.PARAMETER));
        }
        Language language = language(parameters, request);
        parameters.rejectIfInvalid();
        return queries == null
                ? json(request, extension.extend(extend, language))
                : json(request, reconciler.reconcile(parser.read(queries), language));
    }

    /** Responds with suggestions. Parameters that are not known are passed over: OpenRefine sends its own. */
    @GET
    @Path(Manifest.SUGGEST)
    public Response suggest(@RestPath String of, @Context HttpServerRequest request) {
        ParameterSet parameters = known(request, PREFIX, CURSOR, TYPE, LIMIT);
        int skipped = parameters.integer(CURSOR, 0, QueryLimits.MAX_HITS, 0);
        int limit = parameters.integer(LIMIT, 1, Limits.MAX_RECONCILED_SUGGESTIONS, DEFAULT_SUGGESTIONS);
        parameters.rejectIfInvalid();
        return json(
                request,
                suggester.suggest(
                        of,
                        new Suggester.Request(
                                parameters.text(PREFIX).orElse(""),
                                parameters.text(TYPE).orElse(null),
                                skipped,
                                limit,
                                language(request))));
    }

    /** Responds with the properties by which a table can be extended. */
    @GET
    @Path(Manifest.PROPERTIES)
    public Response properties(@Context HttpServerRequest request) {
        ParameterSet parameters = known(request, TYPE, LIMIT);
        int limit = parameters.integer(LIMIT, 1, Integer.MAX_VALUE, 0);
        parameters.rejectIfInvalid();
        return json(
                request,
                suggester.propose(parameters.text(TYPE).orElse(null), limit == 0 ? null : limit, language(request)));
    }

    /** Responds with the preview of an entity. */
    @GET
    @Path(ReconcilePaths.PREVIEW)
    public Response preview(@Context HttpServerRequest request) {
        ParameterSet parameters = known(request, ID);
        if (parameters.text(ID).isEmpty()) {
            parameters.reject(Violation.of(ID, "required"));
        }
        parameters.rejectIfInvalid();
        Entity entity = entity(parameters.text(ID).orElseThrow());
        Language language = language(request);
        return ResponseBuilder.uncached(request)
                .languages(List.of(language))
                .ok(HTML, () -> Preview.html(entity, descriptions.of(entity, language), language));
    }

    /** Redirects to the page of an entity, or to its record. */
    @GET
    @Path(Manifest.ENTITIES + "/{id}")
    public Response view(@RestPath String id, @Context HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of(LANG));
        Language language = language(parameters, request);
        parameters.rejectIfInvalid();
        Entity entity = entity(id);
        return ResponseBuilder.seePage(
                Negotiation.prefersHtml(request) ? EntityAddress.page(entity, language) : EntityAddress.record(entity));
    }

    private Entity entity(String id) {
        return entities.ofId(id).orElseThrow(() -> RejectedException.unknownRecord(Manifest.ENTITIES, id, null));
    }

    private static ParameterSet known(HttpServerRequest request, String... names) {
        return ParameterSet.of(RequestParameters.of(request), List.of(names));
    }

    /** Returns the language that is asked for, or that of the request's address and headers. */
    private static Language language(ParameterSet parameters, HttpServerRequest request) {
        return parameters.language().orElseGet(() -> language(request));
    }

    private static Language language(HttpServerRequest request) {
        return ProblemTexts.language(request);
    }

    private Response json(HttpServerRequest request, Object body) {
        return ResponseBuilder.uncached(request).ok(Format.JSON, () -> RecordJson.bytes(json, body));
    }
}
