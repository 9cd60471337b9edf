package org.startupatlas.resource.startup;

import java.util.List;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.RelationSum;
import org.startupatlas.schema.ResourceSchema;

/** The fields and relations of startups. */
public final class StartupSchema {

    public static final ResourceSchema STARTUPS = ResourceSchema.of(
                    "startups", "startup", "startup", "Companies of the ecosystem.", StartupRecord.class)
            .fields(CommonFields.leading(true, "weego", "Weego"))
            .field(Fields.reference(
                    "steward",
                    "partners",
                    List.of("types", "country"),
                    "The partner that maintains the record, whose contributors may write it; null is the registry.",
                    null))
            .field(Fields.translated(
                    "summary",
                    "What the company does.",
                    "Application de transport urbain",
                    "تطبيق للنقل الحضري",
                    "urban transit app"))
            .field(Fields.code("status", "startup_statuses", "Whether it operates.", "active"))
            .field(Fields.code("stage", "stages", "How far it has come.", "seed"))
            .field(Fields.partialDate("founded", "When it was founded.", "2020").sortable())
            .field(Fields.partialDate("closed", "When it closed.", "2024"))
            .field(Fields.integer("founded_year", 1, 9999, "The year of its foundation.", 2020)
                    .sortable())
            .field(Fields.codes("sectors", "sectors", "What it is active in.", "fintech"))
            .field(Fields.codes("technologies", "technologies", "What it is built on.", "artificial_intelligence"))
            .field(Fields.codes("business_models", "business_models", "How it earns.", "saas"))
            .field(Fields.country("country", "Country of the headquarters, ISO 3166-1 alpha-2.", "MA"))
            .field(Fields.text("city", "City of the headquarters.", "Casablanca"))
            .field(Fields.code("region", "regions", "Region of the headquarters, ISO 3166-2.", "MA-06"))
            .field(Fields.reference("site", "sites", List.of("city"), "The hub it is based in.", null))
            .field(Fields.objects(
                    "markets",
                    "Countries it is in, or heads for.",
                    Fields.country("country", "The country, ISO 3166-1 alpha-2.", "FR"),
                    Fields.code("mode", "market_modes", "How it enters.", "export"),
                    Fields.code("state", "market_states", "How far it has come there.", "entered"),
                    Fields.partialDate("since", "Since when.", "2024")))
            .field(Fields.bool("diaspora", "Whether Moroccans abroad lead it.", false))
            .field(Fields.integer("headcount", 0, 10000000, "How many people work there.", 35))
            .field(Fields.codes("official_labels", "official_labels", "Labels that public bodies gave it.", "jei"))
            .field(Fields.link("website", "Its website.", "https://chari.co/"))
            .field(Fields.externalIds())
            .fields(CommonFields.trailing())
            .organisations()
            .ownedBy("steward")
            .importedByOwners()
            .relation(new Relation(
                    "participations",
                    "participations",
                    List.of("startup"),
                    List.of("program", "edition", "state", "outcome"),
                    "Its programs, one by one."))
            .relation(new Relation(
                    "programs",
                    "programs",
                    List.of("participations.startup"),
                    List.of("type", "pillars"),
                    "Programs it was in."))
            .relation(new Relation(
                    "funding_rounds",
                    "funding_rounds",
                    List.of("startup"),
                    List.of("type", "class", "date", "amount.value", "amount.currency", "investors.partner"),
                    "Rounds it raised."))
            .relation(new Relation(
                    "partners",
                    "partners",
                    List.of("funding_rounds.startup", "programs.participations.startup"),
                    List.of("types", "country"),
                    "Partners that invested in it, or operate a program it was in."))
            .sums(new RelationSum(
                    "funding_totals",
                    "funding_rounds",
                    "amount.value",
                    "Disclosed money, for each class and currency; never across."));

    private StartupSchema() {}
}
