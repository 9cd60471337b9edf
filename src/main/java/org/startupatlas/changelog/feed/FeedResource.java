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

/** The change feed at {@code /v1/changes}. */
@Path("/v1/changes")
public class FeedResource {

    private final ChangesQueryParser parser;
    private final FeedReader feed;
    private final ChangeResponses responses;

    FeedResource(ChangesQueryParser parser, FeedReader feed, ChangeResponses responses) {
        this.parser = parser;
        this.feed = feed;
        this.responses = responses;
    }

    /** Returns the changes after a revision or a time, oldest first. */
    @GET
    public Response changes(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        ChangesQuery query = parser.feed(parameters, ChangeResponses.accepted(request, parameters));
        return responses.page(request, query, feed.page(query, query.start()));
    }
}
