package org.startupatlas.network.opportunity.eligibility;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.record.CriterionKind;

/** A startup as it is described in a request. */
@Schema(
        name = "DescribedStartup",
        description = "Fields of a startup; what is absent is not known. Nothing is stored.",
        additionalProperties = Schema.False.class,
        requiredProperties = {},
        example = DescribedStartup.EXAMPLE)
public record DescribedStartup(
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64) List<String> sectors,
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64) List<String> technologies,
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64) List<String> businessModels,
        @Schema(maxItems = QueryLimits.MAX_VALUES, maxLength = 64, description = "All; none if empty.")
                List<String> officialLabels,
        @Schema(maxLength = 64) String stage,
        @Schema(maxLength = 64) String country,
        @Schema(maxLength = 64) String region,
        Boolean diaspora,
        @Schema(maxLength = 64) String founded,
        @Schema(minimum = "0", maximum = "" + CriterionKind.MAX_HEADCOUNT) Integer headcount) {

    static final String EXAMPLE =
            """
            {"sectors":["fintech"],"country":"MA","founded":"2024-03","headcount":6}""";
}
