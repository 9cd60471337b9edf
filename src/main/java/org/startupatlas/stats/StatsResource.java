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
import org.startupatlas.http.DerivedAnswers;
import org.startupatlas.http.ProblemException;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.StaticAnswers;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Grammar;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.Register;
import org.startupatlas.query.Spelling;
import org.startupatlas.query.Stats;
import org.startupatlas.query.StatsQuery;
import org.startupatlas.query.StatsReader;

/** Counts and sums of the records of each resource, over HTTP. */
@Path(StatsResource.PATH)
public class StatsResource {

    static final String PATH = "/v1/stats";

    private final Register register;
    private final Grammar grammar;
    private final StatsReader stats;
    private final DerivedAnswers answers;
    private final StaticAnswers links;
    private final ObjectMapper json;

    StatsResource(
            Register register,
            Grammar grammar,
            StatsReader stats,
            DerivedAnswers answers,
            StaticAnswers links,
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
        Declaration declaration = register.find(resource).orElseThrow(() -> unknown(resource, request));
        List<Parameter> parameters = RequestParameters.of(request);
        StatsQuery query = grammar.stats(
                declaration, parameters, DerivedAnswers.accepted(request, parameters, StatsQuery.FORMATS));
        return answers.of(request, declaration.fingerprint(), query.language(), query.format(), projection -> {
            Stats found = stats.read(query);
            byte[] bytes = new StatsTable(query, projection, json).write(found);
            return new DerivedAnswers.Derived(bytes, null, found.isLasting());
        });
    }

    private ProblemException unknown(String resource, HttpServerRequest request) {
        List<String> resources =
                register.declarations().stream().map(Declaration::resource).toList();
        return ProblemException.unknownPath(
                request.path(),
                Spelling.nearest(resource, resources)
                        .map(meant -> PATH + "/" + meant)
                        .orElse(null));
    }
}
