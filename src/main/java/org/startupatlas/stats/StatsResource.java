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
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.StaticResponses;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationReader;
import org.startupatlas.query.aggregate.AggregationResult;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Counts and sums of the records of each resource, over HTTP. */
@Path(StatsResource.PATH)
public class StatsResource {

    static final String PATH = "/v1/stats";

    private final SchemaRegistry register;
    private final ListQueryParser grammar;
    private final AggregationReader stats;
    private final DerivedResponses answers;
    private final StaticResponses links;
    private final ObjectMapper json;

    StatsResource(
            SchemaRegistry register,
            ListQueryParser grammar,
            AggregationReader stats,
            DerivedResponses answers,
            StaticResponses links,
            ObjectMapper json) {
        this.register = register;
        this.grammar = grammar;
        this.stats = stats;
        this.answers = answers;
        this.links = links;
        this.json = json;
    }

    /** Links to the statistics of each resource. */
    @GET
    public Response all(@Context HttpServerRequest request) {
        ObjectNode root = json.createObjectNode();
        ObjectNode each = root.putObject("links");
        register.declarations()
                .forEach(declaration -> each.put(declaration.resource(), PATH + "/" + declaration.resource()));
        return links.json(request, root);
    }

    /** The statistics of one resource that the request asks for. */
    @GET
    @Path("{resource}")
    public Response stats(@PathParam("resource") String resource, @Context HttpServerRequest request) {
        ResourceSchema declaration = register.find(resource).orElseThrow(() -> unknown(resource, request));
        List<Parameter> parameters = RequestParameters.of(request);
        AggregationQuery query = grammar.stats(
                declaration, parameters, DerivedResponses.accepted(request, parameters, AggregationQuery.FORMATS));
        return answers.of(request, declaration.fingerprint(), query.language(), query.format(), projection -> {
            AggregationResult found = stats.read(query);
            byte[] bytes = new StatsTable(query, projection, json).write(found);
            return new DerivedResponses.Derived(bytes, null, found.isCacheable());
        });
    }

    private ProblemException unknown(String resource, HttpServerRequest request) {
        List<String> resources =
                register.declarations().stream().map(ResourceSchema::resource).toList();
        return ProblemException.unknownPath(
                request.path(),
                DidYouMean.nearest(resource, resources)
                        .map(meant -> PATH + "/" + meant)
                        .orElse(null));
    }
}
