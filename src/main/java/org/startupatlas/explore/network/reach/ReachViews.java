package org.startupatlas.explore.network.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.reach.NetworkView.Agreement;
import org.startupatlas.explore.network.reach.NetworkView.Reached;
import org.startupatlas.explore.network.reach.NetworkView.Sector;
import org.startupatlas.explore.network.reach.NetworkView.Unreached;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.reach.NetworkReach;
import org.startupatlas.network.reach.NextBest;
import org.startupatlas.network.reach.ReachReader;
import org.startupatlas.network.reach.WhiteSpots;
import org.startupatlas.network.route.NodeJson;

/** Makes the parts of the page of what is reached. */
final class ReachViews {

    private static final int MAX_SECTORS = 12;

    /** On the map, nearer countries are larger: this many records for one step. */
    private static final int NEAREST = 4;

    /** All ways that lead through more organisations look alike on the map. */
    private static final int MAX_SHOWN_STEPS = 3;

    private final ReachReader.Overview overview;
    private final Projection labels;
    private final PageRequest request;
    private final Texts texts;

    ReachViews(ReachReader.Overview overview, Projection labels, PageRequest request) {
        this.overview = overview;
        this.labels = labels;
        this.request = request;
        this.texts = request.texts();
    }

    private List<NetworkReach.Destination> destinations() {
        return overview.reach().data().stream()
                .filter(destination -> destination.hops() != null)
                .toList();
    }

    List<String> numbers() {
        int all = overview.reach().data().size();
        int reached = destinations().size();
        return List.of(
                texts.get("network.number.startups", overview.reach().startups()),
                texts.get("network.number.reached", reached, all),
                texts.get("network.number.unreached", all - reached));
    }

    List<CountryMap.Country> points() {
        List<CountryMap.Country> points = new ArrayList<>();
        for (NetworkReach.Destination destination : destinations()) {
            int steps = Math.min(destination.hops(), MAX_SHOWN_STEPS);
            points.add(new CountryMap.Country(
                    destination.country().id(),
                    NEAREST - steps,
                    texts.get("directory.filter", destination.country().name(), steps(destination.hops())),
                    "#" + destination.country().id(),
                    "steps-" + steps));
        }
        overview.whiteSpots().countries().data().stream()
                .map(spot -> new CountryMap.Country(
                        spot.country().id(),
                        0,
                        texts.get("directory.filter", spot.country().name(), texts.get("network.not_reached")),
                        null,
                        "unreached"))
                .forEach(points::add);
        return points;
    }

    /** Returns through how many organisations a way of so many steps leads. */
    private String steps(int hops) {
        // Arabic has a dual.
        return switch (hops) {
            case 1 -> texts.get("network.steps.none");
            case 2 -> texts.get("network.steps.one");
            case 3 -> texts.get("network.steps.two");
            default -> texts.get("network.steps.many", hops - 1);
        };
    }

    List<Reached> reached() {
        return destinations().stream()
                .map(destination -> new Reached(
                        destination.country().id(),
                        destination.country().name(),
                        steps(destination.hops()),
                        texts.number(destination.independentRoutes()),
                        NodeLinks.of(destination.through(), request)))
                .toList();
    }

    /** Returns those that are equally near in one row, in the order of the first of them. */
    List<Unreached> unreached() {
        return overview.whiteSpots().countries().data().stream()
                .collect(Collectors.groupingBy(
                        spot -> new Unreached("", NodeLinks.of(spot.nearest(), request), region(spot)),
                        LinkedHashMap::new,
                        Collectors.mapping(WhiteSpots.OfCountry::country, Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> new Unreached(
                        names(group.getValue()),
                        group.getKey().partners(),
                        group.getKey().region()))
                .toList();
    }

    private String region(WhiteSpots.OfCountry spot) {
        return texts.get("network.region", spot.reachedInSubregion(), spot.reachedInRegion());
    }

    /** Returns the sectors with the most startups. */
    List<Sector> sectors() {
        Map<String, List<WhiteSpots.OfSector>> bySector = overview.whiteSpots().sectors().data().stream()
                .collect(Collectors.groupingBy(WhiteSpots.OfSector::sector, LinkedHashMap::new, Collectors.toList()));
        return bySector.entrySet().stream()
                .sorted((one, other) -> Integer.compare(
                        other.getValue().get(0).startups(),
                        one.getValue().get(0).startups()))
                .limit(MAX_SECTORS)
                .map(entry -> new Sector(
                        labels.label("sectors", entry.getKey()).orElse(entry.getKey()),
                        texts.number(entry.getValue().get(0).startups()),
                        names(entry.getValue().stream()
                                .map(WhiteSpots.OfSector::country)
                                .toList())))
                .toList();
    }

    private String names(List<NodeJson> nodes) {
        return nodes.stream().map(NodeJson::name).collect(Collectors.joining(texts.get("list.separator")));
    }

    List<Agreement> agreements() {
        NextBest best = overview.nextBest();
        return best == null
                ? List.of()
                : best.data().stream().map(this::agreement).toList();
    }

    private Agreement agreement(NextBest.Suggested suggested) {
        return new Agreement(
                NodeLinks.of(suggested.parties(), request),
                texts.get(
                        "network.gain",
                        suggested.startups(),
                        suggested.countries().size(),
                        suggested.gain()),
                names(suggested.countries()),
                suggested.alternatives() == 0 ? null : texts.get("network.alternatives", suggested.alternatives()));
    }

    /** Returns what is proven about the agreements, or that there are too many to compare. */
    String bound() {
        NextBest best = overview.nextBest();
        if (best == null) {
            return texts.get("network.bound.too_many");
        }
        return best.data().isEmpty()
                ? texts.get("network.bound.none")
                : texts.get(
                        best.optimal() ? "network.bound.optimal" : "network.bound.greedy",
                        best.candidates(),
                        best.reached());
    }
}
