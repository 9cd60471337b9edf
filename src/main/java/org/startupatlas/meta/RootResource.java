package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.ReconcilePaths;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The entry points of the API: links to all other resources. */
@Tag(name = "About")
@Path("/")
public class RootResource {

    /** The media type with the profile of RFC 9727, section 3. */
    private static final String API_CATALOG =
            "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private static final String JSON = "application/json";

    private final SchemaRegistry registry;
    private final ObjectMapper json;

    RootResource(SchemaRegistry registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    /** Returns the description of the application, with links; redirects browsers to the explorer. */
    @GET
    @Operation(
            operationId = "getRoot",
            summary = "Where to begin",
            description = "Links to the parts of the application.")
    @APIResponse(
            responseCode = "200",
            description = "Where to begin.",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Links.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value =
                                                    """
                                                    {"name":"Startup Atlas",\
                                                    "description":"The open API of the Moroccan startup ecosystem.",\
                                                    "links":{"api":"/v1"}}""")))
    public Response root(@Context HttpServerRequest request) {
        if (Negotiation.prefersHtml(request)) {
            return ResponseBuilder.seePage(
                    PagePaths.ROOT + "/" + ProblemTexts.language(request).code());
        }
        Map<String, String> links = new LinkedHashMap<>();
        links.put("explorer", PagePaths.ROOT);
        links.put("api", "/v1");
        links.put("meta", "/v1/meta");
        links.put("reconcile", ReconcilePaths.ROOT);
        links.put("documentation", "/q/swagger-ui/");
        links.put("openapi", "/q/openapi");
        links.put("api_catalog", "/.well-known/api-catalog");
        links.put("health", "/q/health");
        links.put("metrics", "/q/metrics");
        return constant(
                request, JSON, new Links("Startup Atlas", "The open API of the Moroccan startup ecosystem.", links));
    }

    /** Returns links to the resources of version 1 of the API. */
    @GET
    @Path("v1")
    @Operation(operationId = "getVersion", summary = "The resources", description = "Links to the resources.")
    @APIResponse(
            responseCode = "200",
            description = "The resources.",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Links.class),
                            examples =
                                    @ExampleObject(
                                            name = "example",
                                            value =
                                                    """
                                                    {"links":{"startups":"/v1/startups"}}""")))
    public Response version(@Context HttpServerRequest request) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("meta", "/v1/meta");
        links.put("coverage", "/v1/coverage");
        links.put("search", "/v1/search?q=casablanca");
        links.put("suggest", "/v1/suggest?q=casa");
        links.put("changes", "/v1/changes");
        links.put("stats", "/v1/stats");
        links.put("exports", "/v1/exports");
        links.put("imports", "/v1/imports");
        links.put("proposals", "/v1/proposals");
        links.put("network", "/v1/network/reach");
        links.put("opportunities", "/v1/opportunities");
        links.put("journeys", "/v1/stats/journeys?cohort=212-founders");
        links.put("keys", "/v1/keys");
        for (ResourceSchema schema : registry.schemas()) {
            links.put(schema.resource(), "/v1/" + schema.resource());
        }
        return constant(request, JSON, new Links(null, null, links));
    }

    /** Returns the API catalog of RFC 9727, a link set of RFC 9264. */
    @GET
    @Path(".well-known/api-catalog")
    @Operation(
            operationId = "getApiCatalog",
            summary = "The API catalog",
            description = "Where machines find the API (RFC 9727).")
    @APIResponse(
            responseCode = "200",
            description = "The API catalog.",
            content =
                    @Content(mediaType = "application/linkset+json", schema = @Schema(implementation = Linkset.class)))
    public Response catalog(@Context HttpServerRequest request) {
        Linkset.Context api = new Linkset.Context(
                "/v1",
                List.of(new Linkset.Target("/q/openapi", "application/yaml")),
                List.of(new Linkset.Target("/q/swagger-ui/", "text/html")),
                List.of(new Linkset.Target("/v1/meta", JSON)),
                List.of(new Linkset.Target("/q/health", JSON)));
        return constant(request, API_CATALOG, new Linkset(List.of(api)));
    }

    private Response constant(HttpServerRequest request, String mediaType, Object body) {
        return ResponseBuilder.constant(request, mediaType, RecordJson.text(json, body));
    }
}
