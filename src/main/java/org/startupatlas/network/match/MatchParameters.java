package org.startupatlas.network.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** The query parameters of matches, whose values {@link MatchQueryParser} reads. Filters of the candidates join them. */
record MatchParameters(
        @Parameter(ref = "matches.with") String with,
        @Parameter(ref = "matches.pillars") List<String> pillars,
        @Parameter(ref = "matches.weights") List<String> weights,
        @Parameter(ref = "network.on") String on,
        @Parameter(ref = "matches.min_score") String minScore,
        @Parameter(ref = "matches.known") Boolean known,
        @Parameter(ref = "limit") Integer limit,
        @Parameter(ref = "cursor") String cursor,
        @Parameter(ref = "matches.fields") List<String> fields,
        @Parameter(ref = "lang") Language lang,
        @Parameter(ref = "format") Format format,
        @Parameter(ref = "matches.filters") String filters) {

    /** The object of all filters is not a parameter of that name. */
    static final List<String> NAMES = ParameterSet.names(MatchParameters.class).stream()
            .filter(name -> !name.equals("filters"))
            .toList();
}
