package org.startupatlas.resource.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.relation.RelationFacet;

/** An organisation that supports startups, in its JSON format. */
public record PartnerRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        List<String> types,
        String country,
        String city,
        Translated summary,
        List<String> sectors,
        List<UUID> networks,
        List<Presence> presences,
        String website,
        ExternalIds externalIds,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of partners, in the order of the components, and their relations. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "partners",
                    "partner",
                    "partner",
                    "Organisations that support: hub operators, accelerators, investors, corporates, government, universities.",
                    PartnerRecord.class)
            .fields(CommonFields.leading(true, "technopark-morocco", "Technopark Morocco"))
            .field(Fields.codes("types", "partner_types", "What kinds of organisation it is.", "hub_operator"))
            .field(Fields.country("country", "Country of the headquarters, ISO 3166-1 alpha-2.", "MA"))
            .field(Fields.text("city", "City of the headquarters.", "Casablanca"))
            .field(Fields.translated(
                    "summary", "What it does.", "Réseau de cinq sites", "شبكة من خمسة مواقع", "network of five sites"))
            .field(Fields.codes("sectors", "sectors", "Sectors it is active in.", "fintech"))
            .field(Fields.references(
                    "networks",
                    "partners",
                    List.of("types", "country"),
                    "Partners in whose network a source names it.",
                    null))
            .field(Fields.objects(
                    "presences",
                    "Where it is.",
                    Fields.country("country", "The country, ISO 3166-1 alpha-2.", "MA"),
                    Fields.text("city", "The city.", "Benguerir"),
                    Fields.code("kind", "presence_kinds", "What kind of presence it is.", "office"),
                    Fields.partialDate("since", "Since when.", "2021-01")))
            .field(Fields.link("website", "Its website.", "https://www.technopark.ma/"))
            .field(Fields.externalIds())
            .fields(CommonFields.trailing())
            .organisations()
            .ownedBy("id")
            .relation(new Relation(
                    "network",
                    "partners",
                    List.of("networks"),
                    List.of("types", "country", "sectors"),
                    "Partners that a source names in its network."))
            .relation(new Relation(
                    "programs",
                    "programs",
                    List.of("operators.partner"),
                    List.of("type", "status", "pillars"),
                    "Programs it operates."))
            .relation(new Relation(
                    "agreements",
                    "agreements",
                    List.of("parties.partner", "supporters.partner"),
                    List.of("status", "signed"),
                    "Agreements it is a party to or supports."))
            .relation(new Relation(
                    "sites", "sites", List.of("operator.partner"), List.of("city", "status"), "Places it operates."))
            .relation(new Relation(
                    "funding_rounds",
                    "funding_rounds",
                    List.of("investors.partner"),
                    List.of("type", "class", "date"),
                    "Rounds it put money in."))
            .relation(new Relation(
                    "startups",
                    "startups",
                    List.of("funding_rounds.investors.partner", "programs.operators.partner"),
                    List.of("sectors", "country"),
                    "Startups it invested in, or that were in a program of it."))
            .relation(new Relation(
                    "stewarded_startups",
                    "startups",
                    List.of("steward"),
                    List.of("sectors", "country"),
                    "Startups whose records it maintains."))
            .facet(new RelationFacet(
                    "supported_sectors",
                    List.of("programs", "startups"),
                    "sectors",
                    "The sectors of its programs and startups, with the number of each."));

    /** A location of the partner. */
    public record Presence(String country, String city, String kind, PartialDate since) {}

    public PartnerRecord {
        otherNames = List.copyOf(otherNames);
        types = List.copyOf(types);
        summary = Translated.orNone(summary);
        sectors = List.copyOf(sectors);
        networks = List.copyOf(networks);
        presences = List.copyOf(presences);
        externalIds = ExternalIds.orNone(externalIds);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
