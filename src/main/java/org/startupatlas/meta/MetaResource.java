package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** The metadata of the API: schemas, limits, record counts and licences. */
@Tag(name = "About")
@Path("/v1/meta")
public class MetaResource {

    private static final String JSON = "application/json";

    private final MetaDocument document;
    private final MetaLabels labels;
    private final ObjectMapper json;

    MetaResource(MetaDocument document, MetaLabels labels, ObjectMapper json) {
        this.document = document;
        this.labels = labels;
        this.json = json;
    }

    /** Returns the metadata at the revision that this node has reached. */
    @GET
    @Operation(
            operationId = "getMeta",
            summary = "What can be asked",
            description = "Fields, types, operators, sortable fields and enums with counts of each resource; the"
                    + " revision, the licence and sources, the limits, and where to object. With lang, what the codes"
                    + " are called.")
    @QueryParameters(MetaParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "What can be asked.",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Meta.class)))
    public Response meta(@Context HttpServerRequest request) {
        Language language = MetaParameters.of(request).lang();
        Meta meta = document.current();
        return ResponseBuilder.text(
                request,
                JSON,
                RecordJson.text(json, language == null ? meta : labels.in(language, meta)),
                meta.revision(),
                language == null ? List.of() : List.of(Language.EN, language));
    }
}
