package org.startupatlas.imports;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** The query parameters of reports, or what the headers of the request ask for in their place. */
record ReportParameters(
        @Parameter(ref = "import.format") Format format,
        @Parameter(ref = "import.report_rows") Rows rows,
        @Parameter(ref = "import.lang") Language lang) {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.XLSX);

    /** The rows that the report contains. */
    enum Rows {
        ALL,
        REFUSED
    }

    private static final List<String> NAMES = ParameterSet.names(ReportParameters.class);

    static ReportParameters of(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, NAMES);
        Rows rows = parameters
                .choice("rows", ImportRequestParser.ROWS)
                .map(word -> StoredJson.ofCode(Rows.class, word))
                .orElse(Rows.ALL);
        ReportParameters read = new ReportParameters(
                parameters.format(FORMATS, Negotiation.accepted(request, RequestParameters.of(request), FORMATS)),
                rows,
                parameters.language().orElseGet(() -> ProblemTexts.language(request)));
        parameters.rejectIfInvalid();
        return read;
    }
}
