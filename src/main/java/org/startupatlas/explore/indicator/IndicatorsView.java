package org.startupatlas.explore.indicator;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Phrase;

/**
 * The indicators, those of a strategy first.
 *
 * @param groups the indicators by strategy
 * @param coverage what is claimed and what is known, one row for each claim of a total
 * @param programs of how many programs a window and criteria are known, each with the link to them
 */
public record IndicatorsView(List<Group> groups, List<Coverage> coverage, List<Anchor> programs) {

    /**
     * Indicators of one strategy, or those of none.
     *
     * @param progress how many of the next targets are in which state; null if there is no target
     */
    public record Group(String heading, String progress, List<Row> rows) {

        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * An indicator in the list; values are texts, null where they are not known.
     *
     * @param state the label of the state of its next target
     * @param stateCode the code of the state, for its colour
     * @param reason why the state is unknown; null if it is known
     */
    public record Row(
            Anchor name,
            Phrase summary,
            FigureText baseline,
            FigureText last,
            FigureText target,
            String state,
            String stateCode,
            String reason) {}

    /** A claim of a total, with its source and day, and the number of records that are known for it. */
    public record Coverage(Anchor indicator, FigureText claimed, String source, Anchor known) {}

    public IndicatorsView {
        groups = List.copyOf(groups);
        coverage = List.copyOf(coverage);
        programs = List.copyOf(programs);
    }
}
