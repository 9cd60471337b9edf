package org.startupatlas.stats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationReader;
import org.startupatlas.query.aggregate.AggregationResult;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The statistics endpoints: counts and sums of the records of each resource. */
@Path(StatsResource.PATH)
public class StatsResource {

    static final String PATH = "/v1/stats";

    private final SchemaRegistry registry;
    private final ListQueryParser parser;
    private final AggregationReader aggregations;
    private final DerivedResponses responses;
    private final ObjectMapper json;

    StatsResource(
            SchemaRegistry registry,
            ListQueryParser parser,
            AggregationReader aggregations,
            DerivedResponses responses,
            ObjectMapper json) {
        this.registry = registry;
        this.parser = parser;
        this.aggregations = aggregations;
        this.responses = responses;
        this.json = json;
    }

    /** Returns links to the statistics of each resource. */
    @GET
    public Response all(@Context HttpServerRequest request) {
        ObjectNode root = json.createObjectNode();
        ObjectNode resourceLinks = root.putObject("links");
        registry.schemas().forEach(schema -> resourceLinks.put(schema.resource(), PATH + "/" + schema.resource()));
        return ResponseBuilder.constant(request, root);
    }

    /** Returns statistics of one resource. */
    @GET
    @Path("{resource}")
    public Response stats(@PathParam("resource") String resource, @Context HttpServerRequest request) {
        ResourceSchema schema = registry.find(resource).orElseThrow(() -> unknown(resource, request));
        List<Parameter> parameters = RequestParameters.of(request);
        AggregationQuery query =
                parser.stats(schema, parameters, Negotiation.accepted(request, parameters, AggregationQuery.FORMATS));
        return responses.of(request, schema.fingerprint(), query.language(), query.format(), (reached, projection) -> {
            AggregationResult result = aggregations.read(query);
            byte[] bytes = new StatsTable(query, projection, json).write(result);
            return new DerivedResponses.Derived(bytes, null, result.isCacheable());
        });
    }

    private RejectedException unknown(String resource, HttpServerRequest request) {
        List<String> resources =
                registry.schemas().stream().map(ResourceSchema::resource).toList();
        return RejectedException.unknownPath(
                request.path(),
                DidYouMean.nearest(resource, resources)
                        .map(suggestion -> PATH + "/" + suggestion)
                        .orElse(null));
    }
}
