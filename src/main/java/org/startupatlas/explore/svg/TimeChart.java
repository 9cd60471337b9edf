package org.startupatlas.explore.svg;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static org.startupatlas.explore.svg.SvgText.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.explore.svg.Drawing.Anchor;

/**
 * Draws figures over time as SVG: a grid, a mark for each figure, a line through the observations of each source, and one
 * from the baseline over the targets.
 *
 * <p>Shapes tell kinds, and the classes {@code chart-line-1} to {@code chart-line-4} tell lines, so that a stylesheet
 * needs no colour for either. Labels are laid out for a font of 14 units. The axis of values includes zero, so that heights
 * compare as the values do; that of ranks has 1 on top.
 */
public final class TimeChart {
    private static final double WIDTH = 600;

    private static final double TOP = 36;
    private static final double BOTTOM = 296;
    private static final double YEARS = BOTTOM + 20;
    private static final double EDGE = 12;

    /** The room between the ends of the plot and the first and last year, in which marks are whole. */
    private static final double INSET = 20;

    private static final double TICK_GAP = 8;
    private static final double TITLE_INSET = 4;
    private static final double MAX_TICK_LABEL = WIDTH * 0.4;
    private static final int VALUE_STEPS = 5;
    private static final double YEAR_ROOM = 60;

    /** The baseline of a digit is this far below its middle. */
    private static final double HALF_DIGIT = 5;

    private static final int LINE_CLASSES = 4;

    private final ChartSettings settings;
    private final List<Mark> marks;
    private final List<Double> ticks;
    private final double left;
    private final double right;
    private final Scale years;
    private final Scale values;
    private final Drawing drawing;
    private final Legend legend;

    private TimeChart(ChartSettings settings, List<Mark> marks) {
        this.settings = settings;
        this.marks = marks.stream().sorted(comparingDouble(Mark::year)).toList();
        ticks = valueTicks();
        double labels = tickLabelWidth() + TICK_GAP + TITLE_INSET;
        left = settings.isRightToLeft() ? EDGE : labels;
        right = WIDTH - (settings.isRightToLeft() ? labels : EDGE);
        years = yearScale();
        double low = ticks.get(0);
        double high = ticks.get(ticks.size() - 1);
        values = settings.isRanking() ? new Scale(low, high, TOP, BOTTOM) : new Scale(low, high, BOTTOM, TOP);
        drawing = new Drawing(settings.isRightToLeft());
        legend = new Legend(WIDTH, settings.isRightToLeft());
    }

    /** Returns the SVG of the marks; empty if there are fewer than two. */
    public static Optional<String> draw(ChartSettings settings, List<Mark> marks) {
        return marks.size() < 2 ? Optional.empty() : Optional.of(new TimeChart(settings, marks).draw());
    }

    private String draw() {
        drawGrid();
        drawAxes();
        addKindsToLegend();
        drawWay();
        drawLines();
        marks.forEach(this::drawMark);
        drawLabels();
        double end = legend.draw(drawing, YEARS);
        return drawing.toSvg(settings, WIDTH, end + EDGE);
    }

    private List<Double> valueTicks() {
        double min = marks.stream().mapToDouble(Mark::value).min().orElseThrow();
        double max = marks.stream().mapToDouble(Mark::value).max().orElseThrow();
        if (!settings.isRanking()) {
            boolean isWhole = marks.stream().allMatch(mark -> mark.value() == Math.rint(mark.value()));
            return Ticks.enclosing(Math.min(0, min), Math.max(0, max), VALUE_STEPS, isWhole);
        }
        double best = Math.min(1, min);
        List<Double> ranks = new ArrayList<>(Ticks.enclosing(best, max, VALUE_STEPS, true));
        // No rank is before the best: 0, 20, 40 becomes 1, 20, 40.
        ranks.set(0, Math.max(best, ranks.get(0)));
        return ranks;
    }

    private double tickLabelWidth() {
        double width = ticks.stream()
                .mapToDouble(tick -> LabelPlacer.width(settings.format().apply(tick)))
                .max()
                .orElseThrow();
        return Math.min(width, MAX_TICK_LABEL);
    }

    private Scale yearScale() {
        double first = Math.floor(marks.get(0).year());
        double last = Math.ceil(marks.get(marks.size() - 1).year());
        if (first == last) {
            first--;
            last++;
        }
        return new Scale(first, last, left + INSET, right - INSET);
    }

    private void drawGrid() {
        for (double tick : ticks) {
            drawing.path("chart-grid", horizontal(values.place(tick)));
        }
    }

    private void drawAxes() {
        // The axis of years is at zero also where values are negative.
        drawing.path("chart-axis", horizontal(settings.isRanking() ? BOTTOM : values.place(0)));
        boolean isRightToLeft = settings.isRightToLeft();
        for (double tick : ticks) {
            String value = settings.format().apply(tick);
            String label = isolated(SvgText.shorten(value, (int) (MAX_TICK_LABEL / LabelPlacer.CHARACTER)));
            double y = values.place(tick) + HALF_DIGIT;
            if (isRightToLeft) {
                drawing.text(right + TICK_GAP, y, Anchor.LEFT, label);
            } else {
                drawing.text(left - TICK_GAP, y, Anchor.RIGHT, label);
            }
        }
        int count = (int) Math.max(1, (right - left) / YEAR_ROOM);
        for (double year : Ticks.within(years.low(), years.high(), count)) {
            double x = years.place(year);
            drawing.path("chart-axis", "M" + number(x) + " " + number(BOTTOM) + "v5");
            drawing.text(x, YEARS, Anchor.MIDDLE, Long.toString((long) year));
        }
        String axis = SvgText.shorten(settings.axis(), (int) ((WIDTH - EDGE) / LabelPlacer.CHARACTER));
        if (isRightToLeft) {
            drawing.text(WIDTH - TITLE_INSET, TOP - 20, Anchor.RIGHT, axis);
        } else {
            drawing.text(TITLE_INSET, TOP - 20, Anchor.LEFT, axis);
        }
    }

    private void addKindsToLegend() {
        for (Mark.Kind kind : Mark.Kind.values()) {
            String label = settings.kinds().get(kind);
            if (label != null && marks.stream().anyMatch(mark -> mark.kind() == kind)) {
                legend.addKind(kind, label);
            }
        }
    }

    /** Draws the way from the baseline over the targets; none where two of them are for the same time. */
    private void drawWay() {
        List<Mark> way = marks.stream().filter(mark -> !mark.isObserved()).toList();
        long times = way.stream().mapToDouble(Mark::year).distinct().count();
        if (way.size() > 1 && times == way.size()) {
            drawing.path("chart-way", polyline(way));
        }
    }

    /** Draws a line for each source; the legend names the lines if there are several. */
    private void drawLines() {
        Map<String, List<Mark>> lines = new LinkedHashMap<>();
        for (Mark mark : marks) {
            if (mark.kind() == Mark.Kind.OBSERVATION && mark.source() != null) {
                lines.computeIfAbsent(mark.source(), source -> new ArrayList<>())
                        .add(mark);
            }
        }
        lines.values().removeIf(line -> line.size() < 2);
        int count = 0;
        for (Map.Entry<String, List<Mark>> line : lines.entrySet()) {
            String cssClass = "chart-line chart-line-" + (1 + count++ % LINE_CLASSES);
            drawing.path(cssClass, polyline(line.getValue()), line.getKey());
            if (lines.size() > 1) {
                legend.addLine(cssClass, line.getKey());
            }
        }
    }

    private void drawMark(Mark mark) {
        drawing.path(Shapes.cssClass(mark.kind()), Shapes.path(mark.kind(), x(mark), y(mark)), mark.title());
    }

    /** Targets and baselines are labelled first, then observations, the newest first. */
    private void drawLabels() {
        LabelPlacer placer = new LabelPlacer(new LabelPlacer.Box(left, TOP - 16, right, BOTTOM));
        marks.forEach(mark -> placer.reserve(x(mark), y(mark)));
        marks.stream()
                .sorted(comparing(Mark::isObserved)
                        .thenComparing(comparingDouble(Mark::year).reversed()))
                .forEach(mark -> {
                    String label = settings.format().apply(mark.value());
                    placer.place(label, x(mark), y(mark))
                            .ifPresent(place -> drawing.text(place.x(), place.y(), Anchor.MIDDLE, isolated(label)));
                });
    }

    private String isolated(String text) {
        return settings.isRightToLeft() ? SvgText.isolate(text) : text;
    }

    private String horizontal(double y) {
        return "M" + number(left) + " " + number(y) + "H" + number(right);
    }

    private String polyline(List<Mark> line) {
        StringBuilder data = new StringBuilder();
        for (Mark mark : line) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(number(x(mark)))
                    .append(' ')
                    .append(number(y(mark)));
        }
        return data.toString();
    }

    private double x(Mark mark) {
        return years.place(mark.year());
    }

    private double y(Mark mark) {
        return values.place(mark.value());
    }
}
