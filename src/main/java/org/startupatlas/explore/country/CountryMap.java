package org.startupatlas.explore.country;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.startupatlas.changelog.RevisionCached;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.explore.asset.Assets;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.svg.MapProjection;
import org.startupatlas.explore.view.MapView;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** Draws countries as points, whose areas are in proportion to their numbers of records. */
@Singleton
public final class CountryMap {

    /** The smallest and the largest radius, in units of a drawing that is 960 wide. */
    private static final double MIN_RADIUS = 4;

    private static final double MAX_RADIUS = 26;

    /** The largest radius of one record, so that a map of single records has no large circles. */
    private static final double RECORD_RADIUS = 9;

    private final Assets assets;
    private final RevisionCached<Map<String, JsonNode>> places;

    CountryMap(PageReader reader, Assets assets, RevisionTracker revisions) {
        this.assets = assets;
        this.places = new RevisionCached<>(
                revisions::revision, (reached, previous) -> new RevisionCached.Computed<>(reached, places(reader)));
    }

    /**
     * A country with the number of its records, its title on the map, and the address that its point leads to.
     *
     * @param kind the word after which the stylesheet shows the point; null for all alike
     */
    public record Country(String code, long records, String title, String href, String kind) {

        public Country(String code, long records, String title, String href) {
            this(code, records, title, href, null);
        }
    }

    /** A way from country to country; the stylesheet shows lines of each kind in another way. */
    public record Way(List<String> countries, String kind) {

        public Way {
            countries = List.copyOf(countries);
        }
    }

    /** Returns the map of those countries that have a place. */
    public MapView draw(List<Country> countries) {
        return draw(countries, List.of());
    }

    /** Returns the map of those countries that have a place, with ways between them. */
    public MapView draw(List<Country> countries, List<Way> ways) {
        Map<String, JsonNode> known = places.get();
        long most = countries.stream().mapToLong(Country::records).max().orElse(1);
        return new MapView(
                MapProjection.WIDTH,
                MapProjection.HEIGHT,
                assets.land(),
                countries.stream()
                        .filter(country -> known.containsKey(country.code))
                        .map(country -> point(country, known.get(country.code), most))
                        .toList(),
                ways.stream().flatMap(way -> lines(way, known)).toList());
    }

    /** Returns a line for each step, with a point in its middle for the arrow. */
    private static Stream<MapView.Line> lines(Way way, Map<String, JsonNode> known) {
        List<MapProjection.Point> places = way.countries.stream()
                .filter(known::containsKey)
                .map(country -> projected(known.get(country)))
                .toList();
        return IntStream.range(1, places.size())
                .mapToObj(i -> new MapView.Line(line(places.get(i - 1), places.get(i)), way.kind));
    }

    private static String line(MapProjection.Point from, MapProjection.Point to) {
        MapProjection.Point middle = new MapProjection.Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        return Stream.of(from, middle, to)
                .map(point -> rounded(point.x()) + "," + rounded(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static MapProjection.Point projected(JsonNode place) {
        return MapProjection.project(
                place.get("lon").doubleValue(), place.get("lat").doubleValue());
    }

    /** Reads the points of the countries by their codes. */
    private static Map<String, JsonNode> places(PageReader reader) {
        Map<String, JsonNode> places = new HashMap<>();
        reader.all(
                        reader.schema(ResourceSchema.COUNTRIES),
                        Language.EN,
                        List.of(new Parameter("fields", "id,point"), new Parameter("point__exists", "true")))
                .forEach(country -> places.put(country.get("id").textValue(), country.get("point")));
        return places;
    }

    private static MapView.Point point(Country country, JsonNode place, long most) {
        MapProjection.Point drawn = projected(place);
        double root = Math.sqrt(country.records);
        double radius = Math.min(RECORD_RADIUS * root, MAX_RADIUS * root / Math.sqrt(most));
        return new MapView.Point(
                country.code,
                rounded(drawn.x()),
                rounded(drawn.y()),
                rounded(Math.max(MIN_RADIUS, radius)),
                country.title,
                country.href,
                country.kind);
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
