package org.startupatlas.resource.participation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.Amount;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;

/** The participation of a startup in a program, in its JSON format. */
public record ParticipationRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        UUID startup,
        UUID program,
        String edition,
        String state,
        String outcome,
        Amount amount,
        PartialDate from,
        PartialDate to,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    public ParticipationRecord {
        otherNames = List.copyOf(otherNames);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
