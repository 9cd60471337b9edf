package org.startupatlas.meta;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/**
 * The query parameters of {@code /v1/meta}.
 *
 * @param lang the language of the labels, or null for none
 */
record MetaParameters(@Parameter(ref = "lang") Language lang) {

    private static final List<String> NAMES = ParameterSet.names(MetaParameters.class);

    static MetaParameters of(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, NAMES);
        Language language = parameters.language().orElse(null);
        parameters.rejectIfInvalid();
        return new MetaParameters(language);
    }
}
