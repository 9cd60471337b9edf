package org.startupatlas.network.journey;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.schema.Language;

/** The journeys of a cohort as JSON. */
@Schema(
        name = "JourneyStats",
        description = "How many startups of a cohort reached each milestone.",
        example =
                """
                {"cohort":{"resource":"programs","id":"019dadd7-e400-7000-8000-000000000003",\
                "slug":"seedstars-casablanca","name":"Seedstars Casablanca"},"edition":null,"startups":0,"undated":0,\
                "data":[],"meta":{"revision":613,"license":"CC-BY-4.0","on":"2026-11-30"}}""")
public record CohortJson(
        NodeJson cohort,
        @Schema(maxLength = 200, nullable = true) String edition,
        @Schema(ref = "Count") long startups,
        @Schema(ref = "Count") long undated,
        @Schema(maxItems = 100) List<FigureJson> data,
        NetworkMeta meta) {

    public CohortJson {
        data = List.copyOf(data);
    }

    /**
     * The figures of a milestone and a window. The components before {@code through} are the columns of tables too.
     *
     * @param decided of how many it is known whether they reached it within the window
     */
    @Schema(name = "JourneyFigure", description = "The outcomes sum to startups.")
    public record FigureJson(
            @Schema(maxLength = 32) String milestone,
            @Schema(ref = "Count") long months,
            @Schema(ref = "Count") long startups,
            @Schema(ref = "Count") long passed,
            @Schema(ref = "Count") long decided,
            @Schema(ref = "Count") long reached,
            @Schema(ref = "Count") long notReached,
            @Schema(ref = "Count") long notYet,
            @Schema(ref = "Count") long before,
            @Schema(ref = "Count") long unknown,
            @Schema(maxItems = 1_000) List<ThroughJson> through,
            @Schema(ref = "Count") long throughUnknown) {

        public FigureJson {
            through = List.copyOf(through);
        }
    }

    /** A program or partner through which startups reached a milestone. */
    @Schema(name = "JourneyThrough", description = "A program or partner that the evidence names.")
    public record ThroughJson(NodeJson node, @Schema(ref = "Count") long startups) {}

    /** Returns the figures of a cohort on a day. */
    public static CohortJson of(Cohort cohort, LocalDate day, Network network, Language language, NetworkMeta meta) {
        return new CohortJson(
                NodeJson.of(cohort.program(), language),
                cohort.edition(),
                cohort.members().size(),
                cohort.members().stream().filter(member -> !member.isDated()).count(),
                Figure.of(cohort, day, new Through(network)).stream()
                        .map(figure -> figure(figure, network, language))
                        .toList(),
                meta);
    }

    private static FigureJson figure(Figure figure, Network network, Language language) {
        return new FigureJson(
                figure.target().code(),
                figure.months(),
                figure.startups(),
                figure.passed(),
                figure.decided(),
                figure.count(Outcome.REACHED),
                figure.count(Outcome.NOT_REACHED),
                figure.count(Outcome.NOT_YET),
                figure.count(Outcome.BEFORE),
                figure.count(Outcome.UNKNOWN),
                figure.through().entrySet().stream()
                        .map(each -> new ThroughJson(
                                NodeJson.of(network.node(each.getKey()).orElseThrow(), language), each.getValue()))
                        .toList(),
                figure.throughUnknown());
    }
}
