package org.startupatlas.explore.network.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.network.model.RecordKey;

/**
 * Places a record in the middle and its neighbours in a column on each side, so that all names have room beside them.
 */
final class GraphLayout {

    static final int WIDTH = 960;

    private static final int MIDDLE = WIDTH / 2;

    /** How far the columns are from the middle. */
    private static final int COLUMN = 170;

    private static final int ROW = 28;

    private static final int MARGIN = 24;

    /** Between a point and its name. */
    private static final int GAP = 12;

    /** How far lines within a column bend towards the middle. */
    private static final int BEND = 70;

    private final Map<RecordKey, Place> places = new HashMap<>();

    private final int height;

    /** A point of the drawing. */
    record Place(double x, double y) {

        /** Returns whether it is in the column before the middle. */
        boolean isFirstColumn() {
            return x < MIDDLE;
        }

        boolean isMiddle() {
            return x == MIDDLE;
        }

        double textX() {
            return isMiddle() ? x : isFirstColumn() ? x - GAP : x + GAP;
        }

        double textY() {
            return isMiddle() ? y - ROW : y;
        }

        String anchor() {
            return isMiddle() ? "middle" : isFirstColumn() ? "end" : "start";
        }
    }

    /** Places the neighbours in their order, the first half of them before the middle. */
    GraphLayout(RecordKey center, List<RecordKey> neighbours) {
        int rows = Math.max((neighbours.size() + 1) / 2, 3);
        height = 2 * MARGIN + (rows - 1) * ROW;
        places.put(center, new Place(MIDDLE, height / 2.0));
        int first = (neighbours.size() + 1) / 2;
        for (int i = 0; i < neighbours.size(); i++) {
            boolean isFirst = i < first;
            int inColumn = isFirst ? first : neighbours.size() - first;
            int row = isFirst ? i : i - first;
            double start = (height - (inColumn - 1) * ROW) / 2.0;
            places.put(neighbours.get(i), new Place(isFirst ? MIDDLE - COLUMN : MIDDLE + COLUMN, start + row * ROW));
        }
    }

    int height() {
        return height;
    }

    Place place(RecordKey node) {
        return places.get(node);
    }

    /** Returns the path of a line between two records; one within a column is bent, to be seen beside the points. */
    String path(RecordKey one, RecordKey other) {
        Place from = place(one);
        Place to = place(other);
        String start = "M" + from.x + " " + from.y;
        if (from.x != to.x) {
            return start + "L" + to.x + " " + to.y;
        }
        double bend = from.isFirstColumn() ? from.x + BEND : from.x - BEND;
        return start + "Q" + bend + " " + (from.y + to.y) / 2 + " " + to.x + " " + to.y;
    }
}
