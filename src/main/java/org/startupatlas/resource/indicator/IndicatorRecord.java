package org.startupatlas.resource.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;

/** A figure that is followed over the years, as clients see it. */
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

    /** Where the indicator stood when the targets were set. */
    public record Baseline(BigDecimal value, PartialDate period) {}

    /** What is to be reached, by whom it was said. */
    public record Target(
            BigDecimal value, BigDecimal upper, PartialDate period, String publisher, String url, String note) {}

    /** A figure seen; sources that disagree stand side by side. */
    public record Observation(
            PartialDate period,
            BigDecimal value,
            BigDecimal upper,
            String unit,
            String publisher,
            String url,
            String method,
            String note) {}

    /** The list whose records it is the number of, where the registry can count it itself. */
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
