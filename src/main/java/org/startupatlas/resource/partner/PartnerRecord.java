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
        List<Presence> presences,
        String website,
        ExternalIds externalIds,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** A location of the partner. */
    public record Presence(String country, String city, String kind, PartialDate since) {}

    public PartnerRecord {
        otherNames = List.copyOf(otherNames);
        types = List.copyOf(types);
        summary = Translated.orNone(summary);
        sectors = List.copyOf(sectors);
        presences = List.copyOf(presences);
        externalIds = ExternalIds.orNone(externalIds);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
