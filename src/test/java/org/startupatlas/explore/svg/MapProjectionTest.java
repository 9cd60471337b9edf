package org.startupatlas.explore.svg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.explore.svg.MapProjection.Point;
import org.startupatlas.testing.H2Only;

/** Tests the projection, and that points lie on the land that {@code src/main/map/land.mjs} has drawn. */
@H2Only
class MapProjectionTest {
    private static final Pattern RING = Pattern.compile("M([^lz]+)l([^z]+)z");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");

    /** Coordinates of the land are rounded to one decimal. */
    private static final double ROUNDING = 0.0501;

    private static String land;

    @BeforeAll
    static void readLand() throws IOException {
        try (InputStream file = MapProjectionTest.class.getResourceAsStream("/explore/assets/land.svg")) {
            land = new String(file.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "the middle of the equator, 11.5, 0, 480, 231.736",
        "its western end, -168.5, 0, 0, 231.736",
        "its eastern end, 191.499999, 0, 960, 231.736",
        "the northern edge, 11.5, 84, 480, 0",
        "Rabat, -6.84, 34.02, 435.142, 113.368",
        "Nairobi, 36.82, -1.29, 547.512, 236.370",
        "São Paulo, -46.63, -23.55, 331.192, 315.082"
    })
    void placesAreWhereEqualEarthPutsThem(String place, double lon, double lat, double x, double y) {
        Point point = MapProjection.project(lon, lat);
        assertEquals(x, point.x(), 0.001, place);
        assertEquals(y, point.y(), 0.001, place);
    }

    @Test
    void areasAreTrue() {
        double atEquator = areaOfCell(0) / Math.cos(Math.toRadians(0.005));
        for (int lat = -55; lat <= 80; lat += 5) {
            assertEquals(atEquator, areaOfCell(lat) / Math.cos(Math.toRadians(lat + 0.005)), atEquator * 1e-5);
        }
    }

    /** The area of a hundredth of a degree by a hundredth of a degree; each parallel is a straight horizontal line. */
    private static double areaOfCell(double lat) {
        Point south = MapProjection.project(20, lat);
        Point north = MapProjection.project(20, lat + 0.01);
        double width = MapProjection.project(20.01, lat).x()
                - south.x()
                + MapProjection.project(20.01, lat + 0.01).x()
                - north.x();
        return width / 2 * (south.y() - north.y());
    }

    @Test
    void placesBeyondTheDrawingAreOnItsEdge() {
        assertEquals(0, MapProjection.project(0, 90).y());
        double south = MapProjection.project(0, -90).y();
        assertTrue(south > MapProjection.HEIGHT - 1 && south <= MapProjection.HEIGHT, () -> "at " + south);
    }

    @Test
    void landHasTheSizeOfTheDrawing() {
        String viewBox = "viewBox=\"0 0 " + MapProjection.WIDTH + " " + MapProjection.HEIGHT + "\"";
        assertTrue(land.contains(viewBox), () -> viewBox + " in " + land.substring(0, 100));
    }

    /** Points of the coast as Natural Earth has them. */
    @ParameterizedTest
    @CsvSource({
        "Strait of Gibraltar, -5.931059, 35.759262",
        "Cape Agulhas, 20.072001, -34.795043",
        "Cape Horn, -68.146881, -55.611822",
        "Singapore, 104.230042, 1.293691",
        "Cap-Vert, -17.623976, 14.729221"
    })
    void landIsDrawnWithTheSameProjection(String place, double lon, double lat) {
        Point point = MapProjection.project(lon, lat);
        assertTrue(
                rings().stream()
                        .flatMap(List::stream)
                        .anyMatch(corner -> Math.abs(corner.x() - point.x()) < ROUNDING
                                && Math.abs(corner.y() - point.y()) < ROUNDING),
                () -> place + " is not on the coast, at " + point);
    }

    @Test
    void noLineCrossesTheMap() {
        List<List<Point>> rings = rings();
        assertTrue(rings.size() > 100, () -> rings.size() + " rings");
        for (List<Point> ring : rings) {
            Point before = ring.get(ring.size() - 1);
            for (Point corner : ring) {
                assertTrue(Math.abs(corner.x() - before.x()) < 30, () -> "a line to " + corner);
                assertTrue(corner.x() >= 0 && corner.x() <= MapProjection.WIDTH, corner::toString);
                assertTrue(corner.y() >= 0 && corner.y() <= MapProjection.HEIGHT, corner::toString);
                before = corner;
            }
        }
    }

    /** The corners of the land; its path has the first corner of each ring and the steps to the others. */
    private static List<List<Point>> rings() {
        List<List<Point>> rings = new ArrayList<>();
        Matcher matcher = RING.matcher(land.substring(land.indexOf(" d=\"")));
        while (matcher.find()) {
            List<Point> ring = new ArrayList<>();
            List<Double> first = numbers(matcher.group(1));
            Point corner = new Point(first.get(0), first.get(1));
            ring.add(corner);
            List<Double> steps = numbers(matcher.group(2));
            for (int i = 0; i < steps.size(); i += 2) {
                corner = new Point(corner.x() + steps.get(i), corner.y() + steps.get(i + 1));
                ring.add(corner);
            }
            rings.add(ring);
        }
        return rings;
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> Double.valueOf(number.group()))
                .toList();
    }
}
