package org.startupatlas.explore.svg;

/**
 * Projects places onto the drawing of the world, in which areas are true.
 *
 * <p>The projection is Equal Earth: B. Šavrič, T. Patterson and B. Jenny, “The Equal Earth map projection”,
 * International Journal of Geographical Information Science 33(3), 2019, pages 454–465,
 * <a href="https://doi.org/10.1080/13658816.2018.1504949">doi:10.1080/13658816.2018.1504949</a>.
 *
 * <p>{@code src/main/map/land.mjs} draws the land with the same formula and the same parameters.
 */
public final class MapProjection {
    /** The width of the drawing, which is the length of the equator. */
    public static final int WIDTH = 960;

    /** The edge of the drawing, 168.5° west, runs through the Bering Strait and divides no land. */
    private static final double CENTRAL_MERIDIAN = 11.5;

    /** The drawing ends north of Greenland. */
    private static final double NORTH = 84;

    /** The drawing ends south of Tierra del Fuego, without Antarctica. */
    private static final double SOUTH = -57;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;

    private static final double M = Math.sqrt(3) / 2;

    private static final double SCALE = WIDTH / (2 * x(180, 0));
    private static final double TOP = y(NORTH);

    /** The height of the drawing. */
    public static final int HEIGHT = (int) Math.ceil(SCALE * (TOP - y(SOUTH)));

    private MapProjection() {}

    /** A place in the drawing: {@code x} from its left edge, {@code y} from its upper edge. */
    public record Point(double x, double y) {}

    /**
     * Returns the place of a longitude and a latitude, both in degrees. Places north or south of the drawing are put on
     * its edge.
     */
    public static Point project(double lon, double lat) {
        double drawn = Math.max(SOUTH, Math.min(NORTH, lat));
        return new Point(WIDTH / 2.0 + SCALE * x(fromCentre(lon), drawn), SCALE * (TOP - y(drawn)));
    }

    /** Degrees east of the central meridian, from -180 to 180. */
    private static double fromCentre(double lon) {
        double turned = lon - CENTRAL_MERIDIAN;
        return turned - 360 * Math.floor((turned + 180) / 360);
    }

    private static double x(double lambda, double phi) {
        double theta = theta(phi);
        double square = theta * theta;
        double sixth = square * square * square;
        return Math.toRadians(lambda)
                * Math.cos(theta)
                / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
    }

    private static double y(double phi) {
        double theta = theta(phi);
        double square = theta * theta;
        double sixth = square * square * square;
        return theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
    }

    private static double theta(double phi) {
        return Math.asin(M * Math.sin(Math.toRadians(phi)));
    }
}
