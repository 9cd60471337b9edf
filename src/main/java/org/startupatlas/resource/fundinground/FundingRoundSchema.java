package org.startupatlas.resource.fundinground;

import java.util.List;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;

/** The fields and relations of funding rounds. */
public final class FundingRoundSchema {

    public static final ResourceSchema FUNDING_ROUNDS = ResourceSchema.of(
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
                            "class", "funding_classes", "What kind of money it is; totals are never across.", "equity")
                    .groupingSums())
            .field(Fields.amount("amount", "How much, or null when it is not disclosed."))
            .field(Fields.partialDate("date", "When it was announced.", "2025-10")
                    .sortable())
            .field(Fields.organisations(
                    "investors", "Who put money in.", Fields.bool("lead", "Whether it led the round.", true)))
            .fields(CommonFields.trailing());

    private FundingRoundSchema() {}
}
