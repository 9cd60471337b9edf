package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.schema.SchemaRegistry;

/** The list of exports. The exports themselves are served by {@link ExportRoute}. */
@Path(ExportsResource.PATH)
public class ExportsResource {

    static final String PATH = "/v1/exports";

    private final SchemaRegistry registry;
    private final ObjectMapper json;

    ExportsResource(SchemaRegistry registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    /** Returns links to the export of each resource, and to the data package of all resources. */
    @GET
    public Response all(@Context HttpServerRequest request) {
        ObjectNode root = json.createObjectNode();
        ObjectNode links = root.putObject("links");
        links.put(ExportQuery.ALL_RECORDS, PATH + "/" + ExportQuery.ALL_RECORDS);
        registry.schemas().forEach(schema -> links.put(schema.resource(), PATH + "/" + schema.resource()));
        return ResponseBuilder.constant(request, root);
    }
}
