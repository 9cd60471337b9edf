package org.startupatlas.explore.svg;

import static org.startupatlas.explore.svg.SvgText.escape;
import static org.startupatlas.explore.svg.SvgText.number;

/** Collects the elements of an SVG. Their looks are the stylesheet's: elements have classes only. */
final class Drawing {
    private final StringBuilder elements = new StringBuilder(8_192);
    private final boolean isRightToLeft;

    /** The part of a text that is at its place. */
    enum Anchor {
        LEFT,
        MIDDLE,
        RIGHT
    }

    Drawing(boolean isRightToLeft) {
        this.isRightToLeft = isRightToLeft;
    }

    void path(String cssClass, String data) {
        openPath(cssClass, data);
        elements.append("/>");
    }

    /** Adds a path with a text that browsers show under the pointer. */
    void path(String cssClass, String data, String title) {
        openPath(cssClass, data);
        elements.append("><title>").append(escape(title)).append("</title></path>");
    }

    private void openPath(String cssClass, String data) {
        elements.append("<path class=\"")
                .append(cssClass)
                .append("\" d=\"")
                .append(data)
                .append('"');
    }

    void text(double x, double y, Anchor anchor, String text) {
        elements.append("<text class=\"chart-label\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" text-anchor=\"")
                .append(textAnchor(anchor))
                .append("\">")
                .append(escape(text))
                .append("</text>");
    }

    /** In SVG, a text from right to left starts at its right end. */
    private String textAnchor(Anchor anchor) {
        return switch (anchor) {
            case MIDDLE -> "middle";
            case LEFT -> isRightToLeft ? "end" : "start";
            case RIGHT -> isRightToLeft ? "start" : "end";
        };
    }

    /** Returns the SVG of all elements, with its accessible name and description. */
    String toSvg(ChartSettings settings, double width, double height) {
        String titleId = settings.idPrefix() + "-title";
        String descriptionId = settings.idPrefix() + "-desc";
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 %s %s" direction="%s" role="img" \
                aria-labelledby="%s %s"><title id="%s">%s</title><desc id="%s">%s</desc>%s</svg>"""
                .formatted(
                        number(width),
                        number(height),
                        isRightToLeft ? "rtl" : "ltr",
                        titleId,
                        descriptionId,
                        titleId,
                        escape(settings.title()),
                        descriptionId,
                        escape(settings.description()),
                        elements);
    }
}
