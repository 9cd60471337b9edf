package org.startupatlas.network.route;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/**
 * The query parameters of routes.
 *
 * @param to a country by its code, or a partner or program by id or slug
 * @param on the day, {@code YYYY-MM-DD}
 */
record RouteParameters(
        @Parameter(ref = "network.to") String to,
        @Parameter(ref = "network.on") String on,
        @Parameter(ref = "lang") Language lang) {

    static final List<String> NAMES = ParameterSet.names(RouteParameters.class);
}
