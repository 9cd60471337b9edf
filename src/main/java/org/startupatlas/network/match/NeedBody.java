package org.startupatlas.network.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.query.parameter.QueryLimits;

/** A need as it is sent. */
@Schema(
        name = "Need",
        description = "What is needed. Only what is named counts; nothing is stored.",
        additionalProperties = Schema.False.class,
        requiredProperties = {},
        example = NeedBody.EXAMPLE)
record NeedBody(
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64) List<String> sectors,
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64) List<String> technologies,
        @Schema(maxLength = 64, nullable = true) String stage,
        @Schema(
                        maxItems = QueryLimits.MAX_VALUES,
                        maxLength = 64,
                        description = "Where to go, or, with startups, where to look.")
                List<String> countries,
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64) List<String> pillars,
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64, description = "Codes of ISO 639.")
                List<String> languages) {

    static final String EXAMPLE =
            """
            {"sectors":["fintech"],"stage":"growth","countries":["JP"],"pillars":["access_to_funding"]}""";
}
