package org.startupatlas.network.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/** The query parameters of what is supposed. */
record WhatIfParameters(
        @Parameter(ref = "network.from") String from,
        @Parameter(ref = "network.on") String on,
        @Parameter(ref = "lang") Language lang) {

    static final List<String> NAMES = ParameterSet.names(WhatIfParameters.class);
}
