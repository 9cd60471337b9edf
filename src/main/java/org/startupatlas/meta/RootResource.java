package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The entry points of the API: links to all other resources. */
@Path("/")
public class RootResource {

    /** The media type with the profile of RFC 9727, section 3. */
    private static final String API_CATALOG =
            "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private final SchemaRegistry registry;
    private final ObjectMapper json;

    RootResource(SchemaRegistry registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    /** Returns the description of the application, with links. */
    @GET
    public Response root(@Context HttpServerRequest request) {
        ObjectNode root = json.createObjectNode();
        root.put("name", "Startup Atlas");
        root.put("description", "The open API of the Moroccan startup ecosystem.");
        ObjectNode links = root.putObject("links");
        links.put("api", "/v1");
        links.put("meta", "/v1/meta");
        links.put("documentation", "/q/swagger-ui/");
        links.put("openapi", "/q/openapi");
        links.put("api_catalog", "/.well-known/api-catalog");
        links.put("health", "/q/health");
        links.put("metrics", "/q/metrics");
        return ResponseBuilder.constant(request, root);
    }

    /** Returns links to the resources of version 1 of the API. */
    @GET
    @Path("v1")
    public Response version(@Context HttpServerRequest request) {
        ObjectNode version = json.createObjectNode();
        ObjectNode links = version.putObject("links");
        links.put("meta", "/v1/meta");
        links.put("search", "/v1/search?q=casablanca");
        links.put("suggest", "/v1/suggest?q=casa");
        links.put("changes", "/v1/changes");
        links.put("stats", "/v1/stats");
        links.put("exports", "/v1/exports");
        links.put("imports", "/v1/imports");
        links.put("keys", "/v1/keys");
        for (ResourceSchema schema : registry.schemas()) {
            links.put(schema.resource(), "/v1/" + schema.resource());
        }
        return ResponseBuilder.constant(request, version);
    }

    /** Returns the API catalog of RFC 9727, a link set of RFC 9264. */
    @GET
    @Path(".well-known/api-catalog")
    public Response catalog(@Context HttpServerRequest request) {
        ObjectNode catalog = json.createObjectNode();
        ObjectNode api = catalog.putArray("linkset").addObject();
        api.put("anchor", "/v1");
        link(api.putArray("service-desc"), "/q/openapi", "application/yaml");
        link(api.putArray("service-doc"), "/q/swagger-ui/", "text/html");
        link(api.putArray("service-meta"), "/v1/meta", "application/json");
        link(api.putArray("status"), "/q/health", "application/json");
        return ResponseBuilder.constant(request, API_CATALOG, catalog.toString());
    }

    private static void link(ArrayNode links, String href, String type) {
        links.addObject().put("href", href).put("type", type);
    }
}
