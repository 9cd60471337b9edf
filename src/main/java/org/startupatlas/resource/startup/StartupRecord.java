package org.startupatlas.resource.startup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.relation.RelationSum;

/** A company of the ecosystem, in its JSON format. */
public record StartupRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        UUID steward,
        Translated summary,
        String status,
        String stage,
        PartialDate founded,
        PartialDate closed,
        Integer foundedYear,
        List<String> sectors,
        List<String> technologies,
        List<String> businessModels,
        String country,
        String city,
        String region,
        UUID site,
        List<Market> markets,
        Boolean diaspora,
        Integer headcount,
        List<String> officialLabels,
        String website,
        ExternalIds externalIds,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of startups, in the order of the components, and their relations. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
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
            .field(Fields.integer("headcount", 0, CriterionKind.MAX_HEADCOUNT, "How many people work there.", 35))
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
                    "Disclosed money, separately for each class and currency."));

    /** A country that the startup is in or plans to enter. */
    public record Market(String country, String mode, String state, PartialDate since) {}

    /** Derives the year of foundation, where only the date is known. */
    public StartupRecord {
        if (foundedYear == null && founded != null) {
            foundedYear = founded.first().getYear();
        }
        otherNames = List.copyOf(otherNames);
        summary = Translated.orNone(summary);
        sectors = List.copyOf(sectors);
        technologies = List.copyOf(technologies);
        businessModels = List.copyOf(businessModels);
        markets = List.copyOf(markets);
        officialLabels = List.copyOf(officialLabels);
        externalIds = ExternalIds.orNone(externalIds);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
