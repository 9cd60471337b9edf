package org.startupatlas.network.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.record.CriterionKind;

/** Opportunities as JSON. */
@Schema(
        name = "Opportunities",
        description = "What is open or opens soon.",
        example =
                """
                {"data":[],"total":0,"meta":{"revision":613,"license":"CC-BY-4.0","on":"2026-11-30"}}""")
record OpportunityPage(
        @Schema(maxItems = Limits.MAX_NETWORK_ROWS) List<Item> data,
        @Schema(ref = "Count") long total,
        NetworkMeta meta) {

    private static final int MAX_CRITERIA = 1_000;

    OpportunityPage {
        data = List.copyOf(data);
    }

    /** An edition of a program. */
    @Schema(name = "Opportunity", description = "An edition of a program.")
    record Item(
            NodeJson program,
            @Schema(maxLength = 64, nullable = true) String type,
            @Schema(maxLength = 200) String edition,
            @Schema(maxLength = 16, description = "open, may_be_open or ahead.") String state,
            @Schema(maxLength = 64, nullable = true) String opens,
            @Schema(maxLength = 64, nullable = true) String closes,
            @Schema(maxLength = 32, nullable = true, description = "The last moment in Morocco.") String closesAt,
            @Schema(maxLength = 2_048, nullable = true) String website,
            @Schema(ref = "Text") JsonNode eligibility,
            @Schema(maxLength = 16, nullable = true, description = "eligible, not_eligible or not_known.")
                    String verdict,
            @Schema(maxItems = MAX_CRITERIA, maxLength = 64, description = "Kinds of criteria.") List<String> decidedBy,
            @Schema(maxItems = MAX_CRITERIA) List<Answered> criteria) {

        Item {
            decidedBy = List.copyOf(decidedBy);
            criteria = List.copyOf(criteria);
        }
    }

    /** A criterion and its answer. */
    @Schema(name = "CriterionAnswer", description = "Criteria of one kind, any of which is enough.")
    record Answered(
            @Schema(maxLength = 64) String kind,
            @Schema(maxLength = 16, nullable = true, description = "met, unmet or unknown.") String answer,
            @Schema(maxItems = MAX_CRITERIA, maxLength = 200) List<String> required,
            @Schema(minimum = "0", maximum = "" + CriterionKind.MAX_HEADCOUNT, nullable = true) Integer min,
            @Schema(minimum = "0", maximum = "" + CriterionKind.MAX_HEADCOUNT, nullable = true) Integer max,
            @Schema(maxItems = MAX_CRITERIA, maxLength = 200) List<String> actual,
            @Schema(maxItems = MAX_CRITERIA, maxLength = 8_192) List<String> notes,
            @Schema(maxItems = MAX_CRITERIA, maxLength = 2_048) List<String> sources,
            @Schema(maxLength = 64, description = "Its place in the program.") String pointer) {

        Answered {
            required = List.copyOf(required);
            actual = List.copyOf(actual);
            notes = List.copyOf(notes);
            sources = List.copyOf(sources);
        }
    }
}
