package org.startupatlas.resource.fundinground;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.Amount;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;

/** Money raised by a startup, in its JSON format. */
public record FundingRoundRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        UUID startup,
        String type,
        @JsonProperty("class") String fundingClass,
        Amount amount,
        PartialDate date,
        List<Investor> investors,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of funding rounds, in the order of the components. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "funding_rounds",
                    "funding_round",
                    "funding round",
                    "Money that startups raised.",
                    FundingRoundRecord.class)
            .fields(CommonFields.leading(false, "chari-series-a-2025-10", "Chari – Series A (2025-10)"))
            .field(Fields.reference(
                            "startup",
                            "startups",
                            List.of("sectors", "country"),
                            "The startup.",
                            "019dadd7-e400-7000-8000-000000000002")
                    .nonNull())
            .field(Fields.code("type", "funding_types", "What kind of round it is.", "series_a"))
            .field(Fields.code(
                            "class",
                            "funding_classes",
                            "What kind of money it is; totals never combine kinds.",
                            "equity")
                    .groupingSums())
            .field(Fields.amount("amount", "How much, or null when it is not disclosed."))
            .field(Fields.partialDate("date", "When it was announced.", "2025-10")
                    .sortable())
            .field(Fields.organisations(
                    "investors", "Who put money in.", Fields.bool("lead", "Whether it led the round.", true)))
            .fields(CommonFields.trailing());

    /** An investor, and whether it led the round. */
    public record Investor(UUID partner, String name, Boolean lead) {}

    public FundingRoundRecord {
        otherNames = List.copyOf(otherNames);
        investors = List.copyOf(investors);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
