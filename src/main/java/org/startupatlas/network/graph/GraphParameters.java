package org.startupatlas.network.graph;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/** The query parameters of a part of the network. */
record GraphParameters(
        @Parameter(ref = "network.around") String around,
        @Parameter(ref = "network.depth") Integer depth,
        @Parameter(ref = "network.on") String on,
        @Parameter(ref = "lang") Language lang,
        @Parameter(ref = "network.format") String format) {

    static final List<String> NAMES = ParameterSet.names(GraphParameters.class);
}
