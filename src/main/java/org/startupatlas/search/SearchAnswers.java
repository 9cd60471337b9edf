package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.http.DerivedAnswers;
import org.startupatlas.http.Projection;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.Format;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.SearchQuery;

/** Answers requests that look for words across resources. */
@Singleton
class SearchAnswers {

    private final DerivedAnswers answers;
    private final RevisionWatch watch;

    SearchAnswers(DerivedAnswers answers, RevisionWatch watch) {
        this.answers = answers;
        this.watch = watch;
    }

    /** Reads the parameters of a request. */
    interface Grammar {
        SearchQuery read(List<Parameter> parameters);
    }

    /** Finds and writes what was asked for, at a revision that this node had reached before. */
    interface Finding {
        DerivedAnswers.Derived find(SearchQuery query, long revision, Projection projection);
    }

    /**
     * Answers with what is found.
     *
     * @param shape changes when the same records would be written otherwise
     */
    Response of(HttpServerRequest request, String shape, Grammar grammar, Finding finding) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = DerivedAnswers.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = grammar.read(parameters);
        long reached = watch.revision();
        return answers.of(
                request, shape, query.language(), format, projection -> finding.find(query, reached, projection));
    }
}
