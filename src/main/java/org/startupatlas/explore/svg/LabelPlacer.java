package org.startupatlas.explore.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for labels above or below their marks, where they cover neither a mark nor another label. */
final class LabelPlacer {
    /** The width that is reserved for a character, which is generous for digits at 14 units. */
    static final double CHARACTER = 8;

    private static final double ASCENT = 12;
    private static final double DESCENT = 4;
    private static final double GAP = 3;

    private final Box area;
    private final List<Box> taken = new ArrayList<>();

    /** The middle of the baseline of a label. */
    record Place(double x, double y) {}

    record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean contains(Box other) {
            return left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom;
        }
    }

    /** Creates a placer for labels inside an area. */
    LabelPlacer(Box area) {
        this.area = area;
    }

    /** Keeps labels off a mark. */
    void reserve(double x, double y) {
        taken.add(new Box(x - Shapes.REACH, y - Shapes.REACH, x + Shapes.REACH, y + Shapes.REACH));
    }

    /** Returns and reserves the place of a label for the mark at a place; empty if there is no room. */
    Optional<Place> place(String label, double x, double y) {
        double half = width(label) / 2;
        double middle = Math.max(area.left + half, Math.min(area.right - half, x));
        double above = y - Shapes.REACH - GAP - DESCENT;
        double below = y + Shapes.REACH + GAP + ASCENT;
        for (double baseline : new double[] {above, below}) {
            Box box = new Box(middle - half, baseline - ASCENT, middle + half, baseline + DESCENT);
            if (area.contains(box) && taken.stream().noneMatch(box::overlaps)) {
                taken.add(box);
                return Optional.of(new Place(middle, baseline));
            }
        }
        return Optional.empty();
    }

    static double width(String label) {
        return CHARACTER * label.codePointCount(0, label.length());
    }
}
