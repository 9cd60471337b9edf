package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.SearchQueryParser;
import org.startupatlas.schema.Format;

/** The search across resources at {@code /v1/search}. */
@Path("/v1/search")
public class SearchResource {

    private final DerivedResponses responses;
    private final SearchQueryParser parser;
    private final SearchService search;
    private final SearchJson json;

    SearchResource(DerivedResponses responses, SearchQueryParser parser, SearchService search, SearchJson json) {
        this.responses = responses;
        this.parser = parser;
        this.search = search;
        this.json = json;
    }

    /** Returns the records of all resources that match the words, best first. */
    @GET
    public Response search(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = Negotiation.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = parser.search(parameters);
        return responses.of(
                request,
                "search with langs",
                query.language(),
                format,
                (revision, projection) -> json.page(query, search.find(query), revision, projection));
    }
}
