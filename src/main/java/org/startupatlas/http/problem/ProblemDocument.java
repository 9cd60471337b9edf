package org.startupatlas.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.RejectedException.Survivor;

/** A problem as JSON, with its texts in one language. */
@Schema(
        name = "Problem",
        requiredProperties = {"type", "title", "status", "detail", "instance", "code", "request_id"},
        description = "What went wrong (RFC 9457).")
record ProblemDocument(
        @Schema(maxLength = 200, format = "uri-reference") String type,
        @Schema(maxLength = 200) String title,
        @Schema(minimum = "400", maximum = "599") int status,
        @Schema(maxLength = MAX_TEXT) String detail,
        @Schema(maxLength = MAX_TEXT) String instance,
        @Schema(maxLength = 64) String code,
        @Schema(maxLength = 64) String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(
                        maxItems = Limits.MAX_ERRORS,
                        description = "The individual errors; where there are more, the first of them, and"
                                + " errors_total.")
                List<Error> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        minimum = "" + (Limits.MAX_ERRORS + 1),
                        maximum = "" + Integer.MAX_VALUE,
                        description = "The number of errors; only where errors does not list all.")
                Integer errorsTotal,
        @JsonInclude(JsonInclude.Include.NON_NULL) Survivor mergedInto,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = MAX_TEXT) String didYouMean) {

    private static final int MAX_TEXT = 65_536;

    /** One thing that is wrong. */
    @Schema(
            name = "ProblemError",
            requiredProperties = {"code", "detail"},
            description = "One error: in a parameter, at a place in the body, or, where neither is named, in the"
                    + " request as a whole.")
    record Error(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = MAX_TEXT) String parameter,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = MAX_TEXT, format = "json-pointer")
                    String pointer,
            @Schema(maxLength = 64) String code,
            @Schema(maxLength = MAX_TEXT) String detail,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = MAX_TEXT) String didYouMean) {}
}
