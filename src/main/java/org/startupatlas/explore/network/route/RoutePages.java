package org.startupatlas.explore.network.route;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.explore.country.CountryMap;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Option;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.reach.ReachReader;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.Destinations;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RouteFinder;
import org.startupatlas.network.route.RouteResource;
import org.startupatlas.network.route.RouteTexts;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.SchemaRegistry;

/** Makes the page of how a startup gets to a country. */
@Singleton
public final class RoutePages {

    private static final String TO = "to";

    private static final String ON = "on";

    /** Enough to begin with. */
    private static final int MAX_NEAREST = 5;

    private final SchemaRegistry registry;
    private final CurrentRecords records;
    private final NetworkModel model;
    private final NetworkRequest requests;
    private final Destinations destinations;
    private final ReachReader reach;
    private final RouteTexts sentences;
    private final CountryMap map;

    RoutePages(
            SchemaRegistry registry,
            CurrentRecords records,
            NetworkModel model,
            NetworkRequest requests,
            Destinations destinations,
            ReachReader reach,
            RouteTexts sentences,
            CountryMap map) {
        this.registry = registry;
        this.records = records;
        this.model = model;
        this.requests = requests;
        this.destinations = destinations;
        this.reach = reach;
        this.sentences = sentences;
        this.map = map;
    }

    /**
     * Reads the page.
     *
     * @throws RejectedException if there is no such startup, or a parameter is invalid
     */
    public Content<RoutesView> page(String idOrSlug, PageRequest request) {
        ParameterSet parameters =
                ParameterSet.of(request.url().parameters(), List.of(TO, ON)).rejectUnknown();
        LocalDate day = requests.day(parameters);
        Optional<RecordKey> to = parameters.text(TO).isEmpty()
                ? Optional.empty()
                : model.read(network -> destinations.find(network, parameters, TO, RouteResource.DESTINATIONS));
        parameters.rejectIfInvalid();
        RecordKey from =
                RecordKey.startup(records.find(registry.get(RecordKey.STARTUPS), idOrSlug, slug -> request.url()
                                .at(request.path(RecordKey.STARTUPS, slug, "routes"))
                                .toString())
                        .id()
                        .toString());
        PageUrl api = request.url()
                .at("/v1/startups/" + idOrSlug + "/routes")
                .with("lang", request.language().code());
        return model.read(network -> {
            Node startup = network.node(from).orElseThrow(from::unknownRecord);
            return new Content<>(
                    request.texts().get("route.title", startup.name()),
                    request.texts().get("route.lead"),
                    request.path(RecordKey.STARTUPS),
                    to.isEmpty() ? null : api.toString(),
                    view(network, startup, to.orElse(null), day, api, request));
        });
    }

    private RoutesView view(
            Network network, Node startup, RecordKey to, LocalDate day, PageUrl api, PageRequest request) {
        ChainGraph graph = reach.graph(network, day);
        Set<RecordKey> reached = new HashSet<>(reach.countriesOf(graph, startup.key()));
        List<Route> routes = to == null ? List.of() : new RouteFinder(graph).find(startup.key(), to);
        RouteViews views = new RouteViews(graph, sentences, request);
        boolean isCountryWithoutRoute =
                to != null && routes.isEmpty() && to.resource().equals(RecordKey.COUNTRIES);
        List<Anchor> nearest = isCountryWithoutRoute ? nearest(graph, to, request) : List.of();
        return new RoutesView(
                NodeLinks.of(startup, request),
                request.url().path(),
                request.url().value(ON).orElse(null),
                options(network, startup, to, reached, true, request),
                options(network, startup, to, reached, false, request),
                to == null
                        ? null
                        : answer(
                                startup,
                                NodeLinks.name(network.node(to).orElseThrow(), request.language()),
                                routes.size(),
                                request.texts()),
                routes.isEmpty() ? null : views.map(routes, map),
                views.of(routes),
                isCountryWithoutRoute
                        ? request.texts().get(nearest.isEmpty() ? "route.nearest.none" : "route.nearest")
                        : null,
                nearest,
                to == null ? List.of() : List.of(new Anchor(request.texts().get("format.json"), api.toString())));
    }

    private static String answer(Node startup, String destination, int routes, Texts texts) {
        return routes == 0
                ? texts.get("route.none", NodeLinks.inSentence(startup.name()), destination)
                : texts.get("route.count", NodeLinks.inSentence(startup.name()), destination, routes);
    }

    /** Returns the countries that the startup reaches, or the others, by their names. */
    private static List<Option> options(
            Network network,
            Node startup,
            RecordKey to,
            Set<RecordKey> reached,
            boolean isReached,
            PageRequest request) {
        return network.countries().stream()
                .map(Country::key)
                .filter(country -> reached.contains(country) == isReached)
                // The page is about the way to other countries.
                .filter(country -> country.equals(to) || !country.id().equals(NodeLinks.country(startup)))
                .map(country -> new Option(
                        country.id(),
                        NodeLinks.name(network.node(country).orElseThrow(), request.language()),
                        country.equals(to)))
                .sorted(Comparator.comparing(option -> Folding.fold(option.label())))
                .toList();
    }

    private List<Anchor> nearest(ChainGraph graph, RecordKey to, PageRequest request) {
        return reach.partnersTo(graph, to, MAX_NEAREST).stream()
                .map(partner -> NodeLinks.of(graph.node(partner).orElseThrow(), request))
                .toList();
    }
}
