package org.startupatlas.explore.country;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** A country with the number of its records, its title on the map, and the address that its point leads to. */
    public record Country(String code, long records, String title, String href) {}

    /** Returns the map of those countries that have a place. */
    public MapView draw(List<Country> countries) {
        Map<String, JsonNode> known = places.get();
        long most = countries.stream().mapToLong(Country::records).max().orElse(1);
        return new MapView(
                MapProjection.WIDTH,
                MapProjection.HEIGHT,
                assets.land(),
                countries.stream()
                        .filter(country -> known.containsKey(country.code))
                        .map(country -> point(country, known.get(country.code), most))
                        .toList());
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
        MapProjection.Point drawn = MapProjection.project(
                place.get("lon").doubleValue(), place.get("lat").doubleValue());
        double root = Math.sqrt(country.records);
        double radius = Math.min(RECORD_RADIUS * root, MAX_RADIUS * root / Math.sqrt(most));
        return new MapView.Point(
                country.code,
                rounded(drawn.x()),
                rounded(drawn.y()),
                rounded(Math.max(MIN_RADIUS, radius)),
                country.title,
                country.href);
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
