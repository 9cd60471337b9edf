package org.startupatlas.meta.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.record.PartialDate;

/**
 * The document {@code /v1/coverage}.
 *
 * @param totals what is claimed of the ecosystem, beside what the registry has
 * @param resources how much is known, by resource
 */
@Schema(
        requiredProperties = {"revision", "totals", "resources"},
        description = "What is claimed of the ecosystem, what the registry knows, and what it does not.",
        example =
                """
                {"revision":1857,"totals":[{"indicator":"accelerator_cohort_1","name":"Startups of cohort 1",\
                "known":0,"link":"/v1/startups?participations.program=morocco-accelerator",\
                "claims":[{"kind":"observation","value":18,"scope":null,"period":"2025",\
                "publisher":"lenouvelliste.ma","url":null,"difference":18}]}],\
                "resources":{"sites":{"records":9,"fields":{"opened":{"known":5,"unknown":4,"absent":{}}}}}}""")
record Coverage(
        @Schema(ref = "Count") long revision,
        @Schema(maxItems = MAX_ITEMS) List<Total> totals,
        @Schema(description = "The resources by name.") Map<String, Resource> resources) {

    private static final int MAX_ITEMS = 65_536;

    /**
     * A total that sources give, and the records that are known for it.
     *
     * @param link the list of the known records
     */
    @Schema(
            name = "CoverageTotal",
            requiredProperties = {"indicator", "name", "known", "link", "claims"},
            description = "A total, and the records that are known for it.")
    record Total(
            @Schema(maxLength = 200) String indicator,
            @Schema(maxLength = 2_048) String name,
            @Schema(ref = "Count") long known,
            @Schema(maxLength = 2_048) String link,
            @Schema(maxItems = MAX_ITEMS) List<Figure> claims) {}

    /**
     * A figure that a source gives.
     *
     * @param kind {@code baseline}, {@code target} or {@code observation}
     * @param difference the figure less what is known
     */
    @Schema(
            name = "CoverageClaim",
            requiredProperties = {"kind", "value", "scope", "period", "publisher", "url", "difference"},
            description = "A figure that a source gives.")
    record Figure(
            @Schema(enumeration = {"baseline", "target", "observation"}) String kind,
            BigDecimal value,
            @Schema(maxLength = 2_048, nullable = true) String scope,
            @Schema(implementation = String.class, maxLength = 64, nullable = true) PartialDate period,
            @Schema(maxLength = 2_048, nullable = true) String publisher,
            @Schema(maxLength = 2_048, nullable = true) String url,
            BigDecimal difference) {}

    /** What is known of the records of a resource. */
    @Schema(
            name = "CoverageResource",
            requiredProperties = {"records", "fields"},
            description = "What is known of the records of a resource.")
    record Resource(
            @Schema(ref = "Count") long records,
            @Schema(description = "The fields by name.") Map<String, Field> fields) {}

    /**
     * How many records have a value of a field.
     *
     * @param unknown the records without one
     * @param absent those of them with a reason, by reason
     */
    @Schema(
            name = "CoverageField",
            requiredProperties = {"known", "unknown", "absent"},
            description = "How many records have a value, and why others have none.")
    record Field(
            @Schema(ref = "Count") long known,
            @Schema(ref = "Count") long unknown,
            @Schema(description = "Those of the unknown that have a reason, by reason.") Map<String, Long> absent) {}
}
