package org.startupatlas.explore.view;

import java.util.List;

/**
 * A map of the world with countries as points.
 *
 * @param width the width of the drawing
 * @param height the height of the drawing
 * @param land the address of the drawing of the land, with its fragment
 * @param points the countries with at least one record
 */
public record MapView(int width, int height, String land, List<Point> points) {

    /** A country on the map: its place and radius in the drawing, its name and numbers as a sentence, its page. */
    public record Point(String code, double x, double y, double radius, String title, String href) {}

    public MapView {
        points = List.copyOf(points);
    }
}
