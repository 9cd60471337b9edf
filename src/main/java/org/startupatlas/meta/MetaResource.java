package org.startupatlas.meta;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.StaticAnswers;

/** What can be asked, what is in it, on what terms. */
@Path("/v1/meta")
public class MetaResource {

    private final MetaDocument document;
    private final StaticAnswers answers;

    MetaResource(MetaDocument document, StaticAnswers answers) {
        this.document = document;
        this.answers = answers;
    }

    /** Everything about the registry, as of the revision reached. */
    @GET
    public Response meta(@Context HttpServerRequest request) {
        return answers.json(request, document.current());
    }
}
