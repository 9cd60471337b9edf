package org.startupatlas.fundinground;

import java.util.List;
import org.startupatlas.query.CommonFields;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;

/** What funding rounds are and what can be asked of them. */
public final class FundingRoundDeclaration {

    /** The resource {@code funding_rounds}. */
    public static final Declaration FUNDING_ROUNDS = Declaration.of(
                    "funding_rounds",
                    "funding_round",
                    "funding round",
                    "Money that startups raised.",
                    FundingRoundRecord.class)
            .fields(CommonFields.head(false, "chari-series-a-2025-10", "Chari – Series A (2025-10)"))
            .field(Field.reference(
                            "startup",
                            "startups",
                            List.of("sectors", "country"),
                            "The startup.",
                            "019dadd7-e400-7000-8000-000000000002")
                    .always())
            .field(Field.code("type", "funding_types", "What kind of round it is.", "series_a"))
            .field(Field.code(
                    "class", "funding_classes", "What kind of money it is; totals are never across.", "equity"))
            .field(Field.amount("amount", "How much, or null when it is not disclosed."))
            .field(Field.partialDate("date", "When it was announced.", "2025-10")
                    .sortable())
            .field(Field.organisations(
                    "investors", "Who put money in.", Field.bool("lead", "Whether it led the round.", true)))
            .fields(CommonFields.tail());

    private FundingRoundDeclaration() {}
}
