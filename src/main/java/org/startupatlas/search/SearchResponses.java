package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.Format;

/** Builds the responses to search and suggestion requests. */
@Singleton
class SearchResponses {

    private final DerivedResponses responses;
    private final RevisionTracker revisionTracker;

    SearchResponses(DerivedResponses responses, RevisionTracker revisionTracker) {
        this.responses = responses;
        this.revisionTracker = revisionTracker;
    }

    /** Parses the parameters of a request. */
    interface Parser {
        SearchQuery read(List<Parameter> parameters);
    }

    /** Runs a query and writes its result, as of a revision that this node had reached before. */
    interface Finder {
        DerivedResponses.Derived find(SearchQuery query, long revision, Projection projection);
    }

    /**
     * Parses a request, runs the query and returns the response.
     *
     * @param shape a version tag of the representation, changed whenever the same records would be written differently
     */
    Response of(HttpServerRequest request, String shape, Parser parser, Finder finder) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = DerivedResponses.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = parser.read(parameters);
        long revision = revisionTracker.revision();
        return responses.of(
                request, shape, query.language(), format, projection -> finder.find(query, revision, projection));
    }
}
