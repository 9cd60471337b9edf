package org.startupatlas.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/** The metadata of the API: schemas, limits, record counts and licences. */
@Path("/v1/meta")
public class MetaResource {

    private static final String JSON = "application/json";

    private final MetaDocument document;
    private final MetaLabels labels;

    MetaResource(MetaDocument document, MetaLabels labels) {
        this.document = document;
        this.labels = labels;
    }

    /** Returns the metadata at the revision that this node has reached. */
    @GET
    public Response meta(@Context HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("lang"));
        Language language = parameters.language().orElse(null);
        parameters.rejectIfInvalid();
        ObjectNode meta = document.current();
        long revision = meta.get("revision").longValue();
        return language == null
                ? ResponseBuilder.text(request, JSON, meta.toString(), revision, List.of())
                : ResponseBuilder.text(
                        request, JSON, labels.in(language, meta).toString(), revision, List.of(Language.EN, language));
    }
}
