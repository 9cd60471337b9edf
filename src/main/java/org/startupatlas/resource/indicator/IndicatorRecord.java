package org.startupatlas.resource.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;

/** A figure that is followed over the years, in its JSON format. */
public record IndicatorRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        Translated summary,
        String framework,
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

    /** The fields of indicators, in the order of the components. */
    public static final ResourceSchema SCHEMA = ResourceSchema.of(
                    "indicators",
                    "indicator",
                    "indicator",
                    "Indicators of Maroc Digital 2030 and others: baselines, targets, observations.",
                    IndicatorRecord.class)
            .fields(CommonFields.leading(true, "startups_labelled", "Labelled startups"))
            .field(Fields.translated(
                    "summary",
                    "What it measures.",
                    "Startups labellisées",
                    "الشركات الناشئة الموسومة",
                    "labelled startups"))
            .field(Fields.code("framework", "frameworks", "The plan that it belongs to.", "maroc_digital_2030"))
            .field(Fields.text("unit", "count, percent, rank, index or a currency.", "count")
                    .groupingSums())
            .field(Fields.object(
                    "baseline",
                    "Where it stood when the targets were set.",
                    Fields.decimal("value", -1_000_000_000_000_000L, 1_000_000_000_000_000L, "The figure.", 380),
                    Fields.partialDate("period", "Of when.", "2022")))
            .field(Fields.objects(
                    "targets",
                    "What is to be reached.",
                    Fields.decimal(
                            "value",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The figure; of a range, its least.",
                            3000),
                    Fields.decimal(
                            "upper",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The greatest figure of a range.",
                            2),
                    scope(),
                    Fields.partialDate("period", "By when.", "2030"),
                    Fields.text("publisher", "Who published it.", "souss.digital"),
                    Fields.link(
                            "url",
                            "Where.",
                            "https://souss.digital/2025/07/maroc-digital-2030-faire-naitre-les-champions-technologiques-de-demain"),
                    Fields.prose("note", "Anything else worth knowing.", "of which 50000 reskilling")))
            .field(Fields.objects(
                    "observations",
                    "Figures seen; sources that disagree stand side by side.",
                    Fields.partialDate("period", "Of when.", "2024"),
                    Fields.decimal(
                            "value",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The figure; of a range, its least.",
                            82000000),
                    Fields.decimal(
                            "upper",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The greatest figure of a range.",
                            300),
                    Fields.text("unit", "As of the indicator; null for its own.", "USD"),
                    scope(),
                    Fields.text("publisher", "Who published it.", "wearetech.africa"),
                    Fields.link("url", "Where.", "http://www.wearetech.africa/"),
                    Fields.prose("method", "How it was counted.", "Partech 2024"),
                    Fields.prose("note", "Anything else worth knowing.", "32 deals in 2023")))
            .field(Fields.object(
                    "counted",
                    "The list in the registry whose number of records is the indicator's figure; null where the"
                            + " registry cannot count it. With expand=live it is counted.",
                    Fields.token("resource", "The resource of the list.", "startups")
                            .nonNull(),
                    Fields.token(
                            "filters",
                            "Its filters, as in its URL; null for all records. They are evaluated at each count, so a"
                                    + " slug in them still works after it changed.",
                            "participations.program=morocco-accelerator")))
            .fields(CommonFields.trailing())
            .derivedField(Trajectory.FIELD)
            .derivedField(LiveFigure.FIELD);

    /** The value of the indicator when the targets were set. */
    public record Baseline(BigDecimal value, PartialDate period) {}

    /** A value to be reached, and its publisher. */
    public record Target(
            BigDecimal value,
            BigDecimal upper,
            String scope,
            PartialDate period,
            String publisher,
            String url,
            String note) {}

    /** An observed value; those of disagreeing sources are all kept. */
    public record Observation(
            PartialDate period,
            BigDecimal value,
            BigDecimal upper,
            String unit,
            String scope,
            String publisher,
            String url,
            String method,
            String note) {}

    /** The list whose number of records is the value of the indicator, if the registry can count it. */
    public record Counted(String resource, String filters) {}

    private static Field scope() {
        return Fields.text(
                "scope", "What it covers; figures of different scopes are never compared.", "outsourcing included");
    }

    public IndicatorRecord {
        otherNames = List.copyOf(otherNames);
        summary = Translated.orNone(summary);
        targets = List.copyOf(targets);
        observations = List.copyOf(observations);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
