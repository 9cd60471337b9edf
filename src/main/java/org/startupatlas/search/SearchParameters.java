package org.startupatlas.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parse.SearchQueryParser;
import org.startupatlas.schema.Language;

/** The query parameters of a search, whose values {@link SearchQueryParser} reads. */
record SearchParameters(
        @Parameter(ref = "q.required") String q,
        @Parameter(ref = "search.resource") List<String> resource,
        @Parameter(ref = "search.limit") Integer limit,
        @Parameter(ref = "cursor") String cursor,
        @Parameter(ref = "lang") Language lang) {

    static final List<String> NAMES = ParameterSet.names(SearchParameters.class);
}
