package org.startupatlas.indicator;

import org.startupatlas.query.CommonFields;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;

/** What indicators are and what can be asked of them. */
public final class IndicatorDeclaration {

    /** The resource {@code indicators}. */
    public static final Declaration INDICATORS = Declaration.of(
                    "indicators",
                    "indicator",
                    "indicator",
                    "Indicators of Maroc Digital 2030 and others: baselines, targets, observations.",
                    IndicatorRecord.class)
            .fields(CommonFields.head(true, "startups_labelled", "Labelled startups"))
            .field(Field.text("unit", "What is counted.", "count"))
            .field(Field.object(
                    "baseline",
                    "Where it stood when the targets were set.",
                    Field.decimal("value", -1_000_000_000_000_000L, 1_000_000_000_000_000L, "The figure.", 380),
                    Field.partialDate("period", "Of when.", "2022")))
            .field(Field.objects(
                    "targets",
                    "What is to be reached.",
                    Field.decimal(
                            "value",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The figure; of a range, its least.",
                            3000),
                    Field.decimal(
                            "upper",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The greatest figure of a range.",
                            2),
                    Field.partialDate("period", "By when.", "2030"),
                    Field.text("publisher", "Who published it.", "souss.digital"),
                    Field.link(
                            "url",
                            "Where.",
                            "https://souss.digital/2025/07/maroc-digital-2030-faire-naitre-les-champions-technologiques-de-demain"),
                    Field.prose("note", "Anything else worth knowing.", "of which 50000 reskilling")))
            .field(Field.objects(
                    "observations",
                    "Figures seen; sources that disagree stand side by side.",
                    Field.partialDate("period", "Of when.", "2024"),
                    Field.decimal(
                            "value",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The figure; of a range, its least.",
                            82000000),
                    Field.decimal(
                            "upper",
                            -1_000_000_000_000_000L,
                            1_000_000_000_000_000L,
                            "The greatest figure of a range.",
                            300),
                    Field.text("unit", "What is counted.", "USD"),
                    Field.text("publisher", "Who published it.", "wearetech.africa"),
                    Field.link("url", "Where.", "http://www.wearetech.africa/"),
                    Field.prose("method", "How it was counted.", "Partech 2024"),
                    Field.prose("note", "Anything else worth knowing.", "32 deals in 2023")))
            .fields(CommonFields.tail());

    private IndicatorDeclaration() {}
}
