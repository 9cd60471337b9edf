package org.startupatlas.resource.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;

/** A figure that is followed over the years, in its JSON format. */
public record IndicatorRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        String unit,
        Baseline baseline,
        List<Target> targets,
        List<Observation> observations,
        Counted counted,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The value of the indicator when the targets were set. */
    public record Baseline(BigDecimal value, PartialDate period) {}

    /** A value to be reached, and its publisher. */
    public record Target(
            BigDecimal value, BigDecimal upper, PartialDate period, String publisher, String url, String note) {}

    /** An observed value; those of disagreeing sources are all kept. */
    public record Observation(
            PartialDate period,
            BigDecimal value,
            BigDecimal upper,
            String unit,
            String publisher,
            String url,
            String method,
            String note) {}

    /** The list whose number of records is the value of the indicator, if the registry can count it. */
    public record Counted(String resource, String filters) {}

    public IndicatorRecord {
        otherNames = List.copyOf(otherNames);
        targets = List.copyOf(targets);
        observations = List.copyOf(observations);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
