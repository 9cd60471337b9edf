package org.startupatlas.explore.view;

import java.util.List;

/**
 * A map of the world with countries as points.
 *
 * @param width the width of the drawing
 * @param height the height of the drawing
 * @param land the address of the drawing of the land, with its fragment
 * @param points the countries with at least one record
 * @param lines steps of ways between countries
 */
public record MapView(int width, int height, String land, List<Point> points, List<Line> lines) {

    /**
     * A country on the map: its place and radius in the drawing, its name and numbers as a sentence, its page.
     *
     * @param href the address that the point leads to; null if there is none
     * @param kind the word after which the stylesheet shows the point; null for all alike
     */
    public record Point(String code, double x, double y, double radius, String title, String href, String kind) {}

    /**
     * A step from one country to another.
     *
     * @param points its coordinates as a polyline has them, with one in the middle
     * @param kind the word after which the stylesheet shows the line
     */
    public record Line(String points, String kind) {}

    public MapView {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
    }
}
