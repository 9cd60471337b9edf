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

/** Answers requests that look for words across resources. */
@Singleton
class SearchResponses {

    private final DerivedResponses answers;
    private final RevisionTracker watch;

    SearchResponses(DerivedResponses answers, RevisionTracker watch) {
        this.answers = answers;
        this.watch = watch;
    }

    /** Reads the parameters of a request. */
    interface Grammar {
        SearchQuery read(List<Parameter> parameters);
    }

    /** Finds and writes what was asked for, at a revision that this node had reached before. */
    interface Finding {
        DerivedResponses.Derived find(SearchQuery query, long revision, Projection projection);
    }

    /**
     * Answers with what is found.
     *
     * @param shape changes when the same records would be written otherwise
     */
    Response of(HttpServerRequest request, String shape, Grammar grammar, Finding finding) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = DerivedResponses.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = grammar.read(parameters);
        long reached = watch.revision();
        return answers.of(
                request, shape, query.language(), format, projection -> finding.find(query, reached, projection));
    }
}
