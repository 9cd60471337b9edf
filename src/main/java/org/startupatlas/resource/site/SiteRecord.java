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

    public SiteRecord {
        otherNames = List.copyOf(otherNames);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
