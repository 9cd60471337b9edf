package org.startupatlas.explore.svg;

import static org.startupatlas.explore.svg.SvgText.number;

import java.util.ArrayList;
import java.util.List;

/** Explains shapes and lines in rows below the chart. The rows start at the side where reading starts. */
final class Legend {
    private static final int ROW = 24;
    private static final int SYMBOL = 28;
    private static final int GAP = 16;
    private static final int MARGIN = 8;

    /** The distance of a symbol's middle above the baseline of its text. */
    private static final int MIDDLE = 5;

    private final double width;
    private final boolean isRightToLeft;
    private final List<Item> items = new ArrayList<>();

    /** A shape, or a line if the kind is null, and its text. */
    private record Item(Mark.Kind kind, String cssClass, String text) {}

    Legend(double width, boolean isRightToLeft) {
        this.width = width;
        this.isRightToLeft = isRightToLeft;
    }

    void addKind(Mark.Kind kind, String text) {
        items.add(new Item(kind, Shapes.cssClass(kind), fitting(text)));
    }

    void addLine(String cssClass, String text) {
        items.add(new Item(null, cssClass, fitting(text)));
    }

    /** Draws the items below {@code top} and returns where the legend ends. */
    double draw(Drawing drawing, double top) {
        if (items.isEmpty()) {
            return top;
        }
        double baseline = top + ROW;
        double from = MARGIN;
        for (Item item : items) {
            double length = SYMBOL + LabelPlacer.width(item.text());
            if (from > MARGIN && from + length > width - MARGIN) {
                from = MARGIN;
                baseline += ROW;
            }
            draw(item, drawing, from, baseline);
            from += length + GAP;
        }
        return baseline + MARGIN;
    }

    /** Draws an item at a distance from the side where reading starts. */
    private void draw(Item item, Drawing drawing, double from, double baseline) {
        double symbol = isRightToLeft ? width - from - SYMBOL : from;
        double middle = baseline - MIDDLE;
        if (item.kind() == null) {
            drawing.path(item.cssClass(), "M" + number(symbol + 2) + " " + number(middle) + "h20");
        } else {
            drawing.path(item.cssClass(), Shapes.path(item.kind(), symbol + SYMBOL / 2.0, middle));
        }
        if (isRightToLeft) {
            drawing.text(width - from - SYMBOL, baseline, Drawing.Anchor.RIGHT, item.text());
        } else {
            drawing.text(from + SYMBOL, baseline, Drawing.Anchor.LEFT, item.text());
        }
    }

    private String fitting(String text) {
        return SvgText.shorten(text, (int) ((width - SYMBOL - 2 * MARGIN) / LabelPlacer.CHARACTER));
    }
}
