package org.startupatlas.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parse.SearchQueryParser;
import org.startupatlas.schema.Language;

/** The query parameters of a request for suggestions, whose values {@link SearchQueryParser} reads. */
record SuggestParameters(
        @Parameter(ref = "q.required") String q,
        @Parameter(ref = "search.resource") List<String> resource,
        @Parameter(ref = "suggest.limit") Integer limit,
        @Parameter(ref = "lang") Language lang) {

    static final List<String> NAMES = ParameterSet.names(SuggestParameters.class);
}
