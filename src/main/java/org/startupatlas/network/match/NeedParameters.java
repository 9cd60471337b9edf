package org.startupatlas.network.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** The query parameters of the matches of a described need, which has its pillars in the body. */
record NeedParameters(
        @Parameter(ref = "matches.with") String with,
        @Parameter(ref = "matches.weights") List<String> weights,
        @Parameter(ref = "network.on") String on,
        @Parameter(ref = "matches.min_score") String minScore,
        @Parameter(ref = "limit") Integer limit,
        @Parameter(ref = "cursor") String cursor,
        @Parameter(ref = "matches.fields") List<String> fields,
        @Parameter(ref = "lang") Language lang,
        @Parameter(ref = "format") Format format,
        @Parameter(ref = "matches.filters") String filters) {

    static final List<String> NAMES = ParameterSet.names(NeedParameters.class).stream()
            .filter(name -> !name.equals("filters"))
            .toList();
}
