package org.startupatlas.changelog.feed;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.ChangeResponses;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ChangesQueryParser;

/** All changes, page by page, over HTTP. */
@Path("/v1/changes")
public class FeedResource {

    private final ChangesQueryParser grammar;
    private final FeedReader feed;
    private final ChangeResponses answers;

    FeedResource(ChangesQueryParser grammar, FeedReader feed, ChangeResponses answers) {
        this.grammar = grammar;
        this.feed = feed;
        this.answers = answers;
    }

    /** The changes behind a revision or a time, the oldest first. */
    @GET
    public Response changes(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangesQuery query = grammar.feed(parameters, ChangeResponses.accepted(request, parameters));
        return answers.page(request, query, feed.page(query, query.start()));
    }
}
