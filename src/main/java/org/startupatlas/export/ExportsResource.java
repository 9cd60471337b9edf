package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.schema.SchemaRegistry;

/** What can be exported, over HTTP. */
@Path(ExportsResource.PATH)
public class ExportsResource {

    static final String PATH = "/v1/exports";

    private final SchemaRegistry register;
    private final ObjectMapper json;

    ExportsResource(SchemaRegistry register, ObjectMapper json) {
        this.register = register;
        this.json = json;
    }

    /** Links to the exports of each resource, and to that of all of them. */
    @GET
    public Response all(@Context HttpServerRequest request) {
        ObjectNode root = json.createObjectNode();
        ObjectNode links = root.putObject("links");
        links.put(ExportRequests.ALL, PATH + "/" + ExportRequests.ALL);
        register.declarations()
                .forEach(declaration -> links.put(declaration.resource(), PATH + "/" + declaration.resource()));
        return ResponseBuilder.constant(request, root);
    }
}
