package org.startupatlas.explore.indicator;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Phrase;

/**
 * The page of an indicator: chart, table and sources are tabs of the same data.
 *
 * @param name its name
 * @param summary what it counts
 * @param unit the unit of its figures
 * @param chart the chart as SVG; null if there are fewer than two figures with a year
 * @param figures the baseline, the observations and the targets in the order of their periods
 * @param trajectories the ways to the targets
 * @param live the records that are counted now, with the link to them; null if the registry does not count them
 * @param citation how to cite the indicator
 * @param embed the HTML that embeds the chart into another site
 * @param formats the indicator in other formats
 */
public record IndicatorView(
        String name,
        Phrase summary,
        String unit,
        String chart,
        List<Figure> figures,
        List<Way> trajectories,
        Anchor live,
        String citation,
        String embed,
        List<Anchor> formats) {

    /**
     * A figure with its source.
     *
     * @param kind the label of its kind: baseline, observation or target
     * @param kindCode its kind, for its mark: {@code baseline}, {@code observation} or {@code target}
     * @param publisher who published it; null if that is not known
     * @param note anything else; null if there is nothing
     */
    public record Figure(
            String kind,
            String kindCode,
            String period,
            String value,
            String scope,
            String publisher,
            String url,
            String note) {}

    /** The way from a figure to a target as a sentence, with its state and the reason why it is unknown. */
    public record Way(String sentence, String state, String stateCode, String reason) {}

    public IndicatorView {
        figures = List.copyOf(figures);
        trajectories = List.copyOf(trajectories);
        formats = List.copyOf(formats);
    }
}
