package org.startupatlas.resource.site;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Point;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;

/** The site of a hub, in its JSON format. */
public record SiteRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        OrganisationReference operator,
        String city,
        String region,
        String country,
        String status,
        PartialDate opened,
        Integer capacity,
        Point point,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of sites, in the order of the components, and their relations. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "sites", "site", "site", "The places of hubs.", SiteRecord.class)
            .fields(CommonFields.leading(true, "technopark-casablanca", "Technopark Casablanca"))
            .field(Fields.organisation("operator", "Who operates it."))
            .field(Fields.text("city", "The city.", "Casablanca"))
            .field(Fields.code("region", "regions", "The region, ISO 3166-2.", "MA-06"))
            .field(Fields.country("country", "The country, ISO 3166-1 alpha-2.", "MA"))
            .field(Fields.code("status", "site_statuses", "Whether it is open.", "open"))
            .field(Fields.partialDate("opened", "When it opened.", "2001").sortable())
            .field(Fields.integer("capacity", 0, 1000000, "How many startups it has room for.", 70))
            .field(Fields.point("point", "Where it is."))
            .fields(CommonFields.trailing())
            .relation(
                    new Relation("startups", "startups", List.of("site"), List.of("sectors"), "Startups based there."));

    public SiteRecord {
        otherNames = List.copyOf(otherNames);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
