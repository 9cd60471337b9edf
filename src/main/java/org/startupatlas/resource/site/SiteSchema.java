package org.startupatlas.resource.site;

import java.util.List;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.Relation;
import org.startupatlas.schema.ResourceSchema;

/** The fields and relations of sites. */
public final class SiteSchema {

    public static final ResourceSchema SITES = ResourceSchema.of(
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

    private SiteSchema() {}
}
