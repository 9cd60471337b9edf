package org.startupatlas.network.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.match.criterion.Compared;
import org.startupatlas.query.parameter.QueryLimits;

/** A page of matches as JSON. */
@Schema(
        name = "Matches",
        description = "A page of matches, the best first.",
        example =
                """
                {"data":[{"resource":"programs","id":"01a205b3-d009-78cb-bd42-0c4f864c03cb","slug":"212-founders",\
                "name":"212 Founders","link":"/v1/programs/01a205b3-d009-78cb-bd42-0c4f864c03cb","score":0.5,\
                "at_most":0.75,"known":false,"known_by":null,"reasons":[],"unmet":[],"unknown":[]}],\
                "page":{"limit":25,"has_more":false,"next_cursor":null},\
                "meta":{"revision":613,"license":"CC-BY-4.0","on":"2026-11-30","weights_version":"1",\
                "weights":{"sectors":3}}}""")
record MatchPage(
        @Schema(implementation = Item[].class, maxItems = QueryLimits.MAX_LIMIT) List<ObjectNode> data,
        @Schema(ref = "Page") ObjectNode page,
        Meta meta) {

    private static final int MAX_CRITERIA = 16;

    /** One value for each of the two sides. */
    private static final int MAX_EVIDENCE = 2 * Compared.MAX_VALUES;

    MatchPage {
        data = List.copyOf(data);
    }

    /** A record that was compared with the subject. */
    @Schema(
            name = "Match",
            description = "A record, and how well it matches.",
            extensions =
                    @Extension(
                            name = "x-selected-by",
                            value = "{\"parameter\":\"fields\",\"always\":[\"id\"]}",
                            parseValue = true))
    record Item(
            @Schema(maxLength = 64) String resource,
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 8_192) String name,
            @Schema(maxLength = 256, format = "uri-reference") String link,
            @Schema(
                            minimum = "0",
                            maximum = "1",
                            description = "The mean closeness of all criteria by their weights; unknown counts 0.")
                    BigDecimal score,
            @Schema(minimum = "0", maximum = "1", description = "The score if all that is unknown were met.")
                    BigDecimal atMost,
            @Schema(description = "Whether it is linked already.") boolean known,
            @Schema(nullable = true, description = "The link that it is known by.") Known knownBy,
            @Schema(maxItems = MAX_CRITERIA, description = "The criteria that are met.") List<Reason> reasons,
            @Schema(maxItems = MAX_CRITERIA, description = "The criteria that are not met.") List<Reason> unmet,
            @Schema(maxItems = MAX_CRITERIA, description = "The criteria for which values are not known.")
                    List<Reason> unknown) {

        Item {
            reasons = List.copyOf(reasons);
            unmet = List.copyOf(unmet);
            unknown = List.copyOf(unknown);
        }
    }

    /** What came of a criterion. */
    @Schema(name = "MatchReason", description = "What came of one criterion.")
    record Reason(
            @Schema(maxLength = 64) String criterion,
            @Schema(ref = "Text") JsonNode label,
            @Schema(minimum = "0", maximum = "100") BigDecimal weight,
            @Schema(minimum = "0", maximum = "1", nullable = true, description = "Null where it is unknown.")
                    BigDecimal closeness,
            @Schema(maxItems = Compared.MAX_VALUES, maxLength = 300, description = "Codes, or resource/slug.")
                    List<String> ours,
            @Schema(maxItems = Compared.MAX_VALUES, maxLength = 300) List<String> theirs,
            @Schema(
                            minimum = "0",
                            maximum = "1000000",
                            description = "How many values it rests on, of which the first are listed.")
                    int count,
            @Schema(maxItems = MAX_EVIDENCE) List<Proof> evidence,
            @Schema(ref = "Text") JsonNode sentence) {

        Reason {
            ours = List.copyOf(ours);
            theirs = List.copyOf(theirs);
            evidence = List.copyOf(evidence);
        }
    }

    /** A place in a record. */
    @Schema(name = "MatchEvidence", description = "The place in a record that says so.")
    record Proof(
            @Schema(maxLength = 64) String resource,
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 1_024, description = "A JSON pointer (RFC 6901).") String pointer,
            @Schema(maxLength = 256, format = "uri-reference") String link) {}

    /** Why a match is known already. */
    @Schema(name = "MatchKnown", description = "What links the two.")
    record Known(
            @Schema(maxLength = 64, description = "The kind of the link.") String kind,
            @Schema(maxLength = 64, nullable = true) String detail,
            Proof evidence) {}

    /** What all matches of a page have in common. */
    @Schema(
            name = "MatchMeta",
            requiredProperties = {"revision", "license", "on", "weights_version", "weights"})
    record Meta(
            long revision,
            @Schema(maxLength = 64) String license,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 2) String lang,
            @Schema(maxLength = 10, description = "The day on which links must be valid.") LocalDate on,
            @Schema(maxLength = 64) String weightsVersion,
            @Schema(description = "The weight of each criterion.") Map<String, BigDecimal> weights) {

        Meta {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }
    }
}
