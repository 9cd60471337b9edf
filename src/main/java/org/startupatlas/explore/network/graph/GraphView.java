package org.startupatlas.explore.network.graph;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * The page of the direct links of a record: a drawing and a table of the same links.
 *
 * @param record the record, with the link to its page
 * @param width the width of the drawing
 * @param height its height
 * @param nodes the records, the one of the page first
 * @param lines the links between them
 * @param kinds what the records are, for the legend
 * @param omitted how many records are not shown, as a sentence; null if all are
 * @param rows the links
 * @param formats the links in other formats
 */
public record GraphView(
        Anchor record,
        int width,
        int height,
        List<Point> nodes,
        List<Line> lines,
        List<Kind> kinds,
        String omitted,
        List<Row> rows,
        List<Anchor> formats) {

    /**
     * A record in the drawing.
     *
     * @param kind its resource, after which the stylesheet shows it
     * @param label its name, shortened to the room that there is
     * @param name its name
     * @param textX the place of the label
     * @param anchor at which end of the label that place is, as SVG calls it
     */
    public record Point(
            double x,
            double y,
            String kind,
            String label,
            String name,
            String href,
            double textX,
            double textY,
            String anchor) {}

    /**
     * A line between two records.
     *
     * @param path it as an SVG path
     * @param isOfRecord whether one of them is the record of the page
     */
    public record Line(String path, boolean isOfRecord) {}

    /** A kind of records, with its label. */
    public record Kind(String code, String label) {}

    /**
     * A link.
     *
     * @param isValid whether it is known to be valid on the day
     */
    public record Row(Anchor from, String kind, Anchor to, boolean isValid, Anchor evidence) {}

    public GraphView {
        nodes = List.copyOf(nodes);
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
        formats = List.copyOf(formats);
    }
}
