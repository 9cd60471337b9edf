package org.startupatlas.resource.fundinground;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.Amount;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;

/** Money raised by a startup, in its JSON format. */
public record FundingRoundRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        UUID startup,
        String type,
        @JsonProperty("class") String fundingClass,
        Amount amount,
        PartialDate date,
        List<Investor> investors,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** An investor, and whether it led the round. */
    public record Investor(UUID partner, String name, Boolean lead) {}

    public FundingRoundRecord {
        otherNames = List.copyOf(otherNames);
        investors = List.copyOf(investors);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
