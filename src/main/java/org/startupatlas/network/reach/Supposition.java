package org.startupatlas.network.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Links that do not exist, as they are sent. Organisations are named by id or slug. */
@Schema(
        description = "Links that do not exist.",
        additionalProperties = Schema.False.class,
        requiredProperties = {},
        example = Supposition.EXAMPLE)
record Supposition(
        @Schema(maxItems = 10_000) List<SupposedAgreement> agreements,
        @Schema(maxItems = 10_000) List<SupposedPresence> presences,
        @Schema(maxItems = 10_000) List<SupposedProgram> programs) {

    static final String EXAMPLE =
            """
            {"agreements":[{"parties":["technopark-morocco","plug-and-play"]}],\
            "presences":[{"partner":"technopark-morocco","country":"JP"}],\
            "programs":[{"name":"Gateway","operators":["technopark-morocco"],"countries":["JP"],"startups":["chari"]}]}""";

    Supposition {
        agreements = List.copyOf(agreements);
        presences = List.copyOf(presences);
        programs = List.copyOf(programs);
    }

    /** An agreement. */
    @Schema(description = "An agreement of partners.", additionalProperties = Schema.False.class)
    record SupposedAgreement(
            @Schema(required = true, minItems = 2, maxItems = 10_000, maxLength = 264) List<String> parties) {

        SupposedAgreement {
            parties = List.copyOf(parties);
        }
    }

    /** A presence. */
    @Schema(description = "A partner in a country.", additionalProperties = Schema.False.class)
    record SupposedPresence(
            @Schema(required = true, maxLength = 264) String partner,
            @Schema(required = true, maxLength = 2) String country) {}

    /** A program. */
    @Schema(
            description = "A program with its operators, its startups and where it is offered.",
            additionalProperties = Schema.False.class)
    record SupposedProgram(
            @Schema(required = true, maxLength = 200) String name,
            @Schema(maxItems = 10_000, maxLength = 264) List<String> operators,
            @Schema(maxItems = 300, maxLength = 2) List<String> countries,
            @Schema(maxItems = 10_000, maxLength = 264) List<String> startups) {

        SupposedProgram {
            operators = List.copyOf(operators);
            countries = List.copyOf(countries);
            startups = List.copyOf(startups);
        }
    }
}
