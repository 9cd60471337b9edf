package org.startupatlas.imports;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/**
 * The query parameters of jobs.
 *
 * @param lang the language of the messages; that of {@code Accept-Language} if the request does not name one
 */
record JobParameters(@Parameter(ref = "import.lang") Language lang) {

    static JobParameters of(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, ParameterSet.names(JobParameters.class));
        Language language = parameters.language().orElseGet(() -> ProblemTexts.language(request));
        parameters.rejectIfInvalid();
        return new JobParameters(language);
    }
}
