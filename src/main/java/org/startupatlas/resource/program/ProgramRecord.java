package org.startupatlas.resource.program;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OrganisationReference;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;

/** A support program for startups, in its JSON format. */
public record ProgramRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        String type,
        List<String> pillars,
        List<String> stages,
        List<String> sectors,
        List<String> countries,
        List<OrganisationReference> operators,
        Translated summary,
        String status,
        PartialDate started,
        List<Edition> editions,
        Translated eligibility,
        Ticket ticket,
        String website,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** One run of the program. */
    public record Edition(
            String code,
            PartialDate applicationsOpen,
            PartialDate applicationsClose,
            PartialDate start,
            PartialDate end,
            Integer capacity) {}

    /** The amount of money that a startup can get. */
    public record Ticket(BigDecimal min, BigDecimal max, String currency) {}

    public ProgramRecord {
        otherNames = List.copyOf(otherNames);
        pillars = List.copyOf(pillars);
        stages = List.copyOf(stages);
        sectors = List.copyOf(sectors);
        countries = List.copyOf(countries);
        operators = List.copyOf(operators);
        summary = Translated.orNone(summary);
        editions = List.copyOf(editions);
        eligibility = Translated.orNone(eligibility);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
