package org.startupatlas.imports;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
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

    private static final List<String> NAMES = ParameterSet.names(JobParameters.class);

    static JobParameters of(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, NAMES);
        Language language = parameters.language().orElseGet(() -> ProblemTexts.language(request));
        parameters.rejectIfInvalid();
        return new JobParameters(language);
    }
}
