package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** The metadata of the API: schemas, limits, record counts and licences. */
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
    public Response meta(@Context HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("lang"));
        Language language = parameters.language().orElse(null);
        parameters.rejectIfInvalid();
        Meta meta = document.current();
        return ResponseBuilder.text(
                request,
                JSON,
                RecordJson.text(json, language == null ? meta : labels.in(language, meta)),
                meta.revision(),
                language == null ? List.of() : List.of(Language.EN, language));
    }
}
