package org.startupatlas.changelog.feed;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.ChangeResponses;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parse.ChangesQueryParser;

/** The change feed at {@code /v1/changes}. */
@Tag(name = "Changes")
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
    @Operation(
            operationId = "listChanges",
            summary = "Follow all changes",
            description = "The changes after a revision or a time, the oldest first. A copy that was read page by page"
                    + " and then follows the feed from the revision of those pages stays exact. With resource, the"
                    + " filters of its lists on its own fields say which records the copy holds: those that begin to"
                    + " satisfy them enter, those that cease to leave. by and op choose among these changes, fields"
                    + " among their members. A page can be empty and have more after it.")
    @Parameter(name = "since", ref = "since")
    @Parameter(name = "resource", ref = "changes.resource")
    @Parameter(name = "filters", ref = "changes.filters")
    @Parameter(name = "by", ref = "changes.by")
    @Parameter(name = "op", ref = "changes.op")
    @Parameter(name = "fields", ref = "changes.fields")
    @Parameter(name = "lang", ref = "lang")
    @Parameter(name = "limit", ref = "changes.limit")
    @Parameter(name = "format", ref = "changes.format")
    @APIResponse(responseCode = "200", ref = "Changes")
    public Response changes(@Context HttpServerRequest request) {
        var parameters = RequestParameters.of(request);
        ChangesQuery query = parser.feed(parameters, ChangeResponses.accepted(request, parameters));
        return responses.page(request, query, feed.page(query, query.start()));
    }
}
