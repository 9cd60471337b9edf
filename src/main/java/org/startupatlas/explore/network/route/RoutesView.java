package org.startupatlas.explore.network.route;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.MapView;
import org.startupatlas.explore.view.Option;

/**
 * The page of the routes of a startup.
 *
 * @param startup the startup, with the link to its page
 * @param action the address that the form is sent to
 * @param day the day that the request names, which the form keeps; null if it names none
 * @param reached the countries to which a way is known
 * @param others the other countries
 * @param answer how many ways are known, as a sentence; null if no destination was chosen
 * @param map the routes on the map; null if there are none
 * @param routes the routes, the best first
 * @param nearestHelp what the partners are that follow, or that there are none; null unless it is a country without a
 *     route
 * @param nearest of a country without a route, the partners that lead there
 * @param formats the routes in other formats
 */
public record RoutesView(
        Anchor startup,
        String action,
        String day,
        List<Option> reached,
        List<Option> others,
        String answer,
        MapView map,
        List<RouteView> routes,
        String nearestHelp,
        List<Anchor> nearest,
        List<Anchor> formats) {

    /** A route as a sentence, with its steps. */
    public record RouteView(String heading, String sentence, List<Step> steps) {

        public RouteView {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a route.
     *
     * @param kind what links the two, such as "agreement"
     * @param dates since when it is valid, or that this is not known
     * @param evidence the record that proves it; null if there is none
     * @param sources who says so
     */
    public record Step(Anchor from, Anchor to, String kind, String dates, Anchor evidence, List<Anchor> sources) {

        public Step {
            sources = List.copyOf(sources);
        }
    }

    public RoutesView {
        reached = List.copyOf(reached);
        others = List.copyOf(others);
        routes = List.copyOf(routes);
        nearest = List.copyOf(nearest);
        formats = List.copyOf(formats);
    }
}
