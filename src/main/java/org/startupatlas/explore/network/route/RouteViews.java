package org.startupatlas.explore.network.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.route.RoutesView.RouteView;
import org.startupatlas.explore.network.route.RoutesView.Step;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.MapView;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Validity;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.Hop;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RouteTexts;

/** Makes the views of the routes of one page, while the network is read. */
final class RouteViews {

    /** Where a route has more sources for a step, the evidence has them all. */
    private static final int MAX_SOURCES = 3;

    private final ChainGraph graph;
    private final RouteTexts sentences;
    private final PageRequest request;
    private final Texts texts;

    RouteViews(ChainGraph graph, RouteTexts sentences, PageRequest request) {
        this.graph = graph;
        this.sentences = sentences;
        this.request = request;
        this.texts = request.texts();
    }

    List<RouteView> of(List<Route> routes) {
        List<RouteView> views = new ArrayList<>();
        for (Route route : routes) {
            views.add(new RouteView(
                    texts.get("route.route", views.size() + 1),
                    sentences.sentence(route, graph, request.language()),
                    route.hops().stream().map(this::step).toList()));
        }
        return views;
    }

    private Step step(Hop hop) {
        return new Step(
                NodeLinks.of(node(hop.from()), request),
                NodeLinks.of(node(hop.to()), request),
                texts.get("link." + hop.link().kind().code()),
                dates(hop),
                hop.link().evidence() == null
                        ? null
                        : NodeLinks.evidence(hop.link().evidence(), request),
                hop.link().sources().stream()
                        .limit(MAX_SOURCES)
                        .map(NodeLinks::source)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private String dates(Hop hop) {
        Validity validity = hop.link().validity();
        List<String> dates = new ArrayList<>();
        if (validity.from() != null) {
            dates.add(texts.get("edition.from", texts.date(validity.from().text())));
        }
        if (validity.to() != null) {
            dates.add(texts.get("edition.until", texts.date(validity.to().text())));
        }
        if (!hop.isCertain()) {
            dates.add(texts.get(dates.isEmpty() ? "route.undated" : "route.uncertain"));
        }
        return String.join(texts.get("list.separator"), dates);
    }

    private Node node(RecordKey key) {
        return graph.node(key).orElseThrow();
    }

    /** Draws the countries of the organisations of each route, and a line through them. */
    MapView map(List<Route> routes, CountryMap map) {
        Map<String, Set<String>> organisations = new LinkedHashMap<>();
        List<CountryMap.Way> ways = new ArrayList<>();
        for (Route route : routes) {
            Set<String> countries = new LinkedHashSet<>();
            Stream.concat(route.hops().stream().map(Hop::from), Stream.of(route.to()))
                    .forEach(key -> {
                        String country = NodeLinks.country(node(key));
                        // The destination comes last, whoever has a seat there before.
                        if (country != null && !(isDestination(country, routes) && !key.equals(route.to()))) {
                            countries.add(country);
                        }
                        if (country != null) {
                            Set<String> there = organisations.computeIfAbsent(country, code -> new LinkedHashSet<>());
                            if (!key.resource().equals(RecordKey.COUNTRIES)) {
                                there.add(NodeLinks.name(node(key), request.language()));
                            }
                        }
                    });
            ways.add(new CountryMap.Way(List.copyOf(countries), String.valueOf(ways.size() + 1)));
        }
        return map.draw(
                organisations.entrySet().stream()
                        .map(entry -> point(entry.getKey(), entry.getValue()))
                        .toList(),
                ways);
    }

    private static boolean isDestination(String country, List<Route> routes) {
        return RecordKey.country(country).equals(routes.get(0).to());
    }

    private CountryMap.Country point(String code, Set<String> organisations) {
        String name = graph.network()
                .country(code)
                .map(country -> NodeLinks.name(country, request.language()))
                .orElse(code);
        return new CountryMap.Country(
                code,
                1,
                organisations.isEmpty()
                        ? name
                        : texts.get("directory.filter", name, String.join(texts.get("list.separator"), organisations)),
                request.path(RecordKey.COUNTRIES) + "#" + code);
    }
}
