package org.startupatlas.resource.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;

/** A partnership between organisations, in its JSON format. */
public record AgreementRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        List<OrganisationReference> parties,
        List<OrganisationReference> supporters,
        PartialDate signed,
        String status,
        Translated scope,
        List<String> pillars,
        List<UUID> programs,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    public AgreementRecord {
        otherNames = List.copyOf(otherNames);
        parties = List.copyOf(parties);
        supporters = List.copyOf(supporters);
        scope = Translated.orNone(scope);
        pillars = List.copyOf(pillars);
        programs = List.copyOf(programs);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
