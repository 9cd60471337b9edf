package org.startupatlas.feed;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.ChangeAnswers;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.ChangesGrammar;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.Parameter;

/** All changes, page by page, over HTTP. */
@Path("/v1/changes")
public class FeedResource {

    private final ChangesGrammar grammar;
    private final Feed feed;
    private final ChangeAnswers answers;

    FeedResource(ChangesGrammar grammar, Feed feed, ChangeAnswers answers) {
        this.grammar = grammar;
        this.feed = feed;
        this.answers = answers;
    }

    /** The changes behind a revision or a time, the oldest first. */
    @GET
    public Response changes(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangesQuery query = grammar.feed(parameters, ChangeAnswers.accepted(request, parameters));
        return answers.page(request, query, feed.page(query, query.start()));
    }
}
