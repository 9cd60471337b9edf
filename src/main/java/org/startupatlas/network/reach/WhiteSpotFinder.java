package org.startupatlas.network.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.reach.WhiteSpots.OfCountry;
import org.startupatlas.network.reach.WhiteSpots.OfSector;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RoutesTo;
import org.startupatlas.schema.Language;

/** Finds what the startups of a country do not reach. */
final class WhiteSpotFinder {

    /** Enough to begin with. */
    static final int MAX_NAMED = 3;

    private final ChainGraph graph;
    private final ReachSets sets;
    private final BitSet reached;
    private final Set<RecordKey> startups;
    private final Language language;

    WhiteSpotFinder(ChainGraph graph, ReachSets sets, Language language) {
        this.graph = graph;
        this.sets = sets;
        this.reached = sets.reached();
        this.startups = Set.copyOf(sets.startups());
        this.language = language;
    }

    /**
     * Returns what is not reached, the nearest first.
     *
     * @param limit the most countries and the most sectors
     */
    WhiteSpots find(RecordKey from, int limit, NetworkMeta meta) {
        List<OfCountry> countries = countries(from);
        List<OfSector> sectors = sectors();
        return new WhiteSpots(
                NodeJson.of(graph, from, language),
                new WhiteSpots.Countries(
                        countries.size(), countries.stream().limit(limit).toList()),
                new WhiteSpots.Sectors(
                        sectors.size(), sectors.stream().limit(limit).toList()),
                meta);
    }

    private List<OfCountry> countries(RecordKey from) {
        List<OfCountry> spots = new ArrayList<>();
        for (int i = 0; i < sets.countries().size(); i++) {
            RecordKey key = sets.countries().get(i);
            if (!reached.get(i) && !key.equals(from)) {
                spots.add(ofCountry(graph.network().country(key.id()).orElseThrow()));
            }
        }
        spots.sort(Comparator.comparing(
                        OfCountry::hopsFromPartner, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparing(Comparator.comparingInt(OfCountry::partners).reversed())
                .thenComparing(
                        Comparator.comparingInt(OfCountry::reachedInSubregion).reversed())
                .thenComparing(
                        Comparator.comparingInt(OfCountry::reachedInRegion).reversed())
                .thenComparing(spot -> spot.country().id()));
        return spots;
    }

    private OfCountry ofCountry(Country country) {
        List<Route> ways = RoutesTo.in(graph, country.key()).fromEach(graph.network().partners().stream());
        return new OfCountry(
                NodeJson.of(country, language),
                ways.isEmpty() ? null : ways.get(0).hops().size(),
                ways.size(),
                ways.stream()
                        .limit(MAX_NAMED)
                        .map(way -> NodeJson.of(graph, way.from(), language))
                        .toList(),
                reachedLike(country, Country::subregion),
                reachedLike(country, Country::region));
    }

    /** Returns how many of the reached countries are in the same part of the world. */
    private int reachedLike(Country country, Function<Country, String> part) {
        String own = part.apply(country);
        return own == null
                ? 0
                : (int) reached.stream()
                        .mapToObj(i -> graph.network()
                                .country(sets.countries().get(i).id())
                                .orElseThrow())
                        .filter(other -> Objects.equals(own, part.apply(other)))
                        .count();
    }

    private List<OfSector> sectors() {
        Map<String, List<RecordKey>> members = new TreeMap<>();
        for (RecordKey startup : sets.startups()) {
            graph.network().startup(startup.id()).orElseThrow().sectors().stream()
                    .distinct()
                    .forEach(sector -> members.computeIfAbsent(sector, code -> new ArrayList<>())
                            .add(startup));
        }
        Map<Integer, Route> ways = new TreeMap<>();
        reached.stream().forEach(i -> way(sets.countries().get(i)).ifPresent(way -> ways.put(i, way)));
        List<OfSector> spots = new ArrayList<>();
        members.forEach((sector, ofThem) -> {
            BitSet ofSector = new BitSet();
            ofThem.forEach(startup -> ofSector.or(sets.countriesOf(startup)));
            ways.forEach((country, way) -> {
                if (!ofSector.get(country)) {
                    spots.add(ofSector(sector, ofThem.size(), way));
                }
            });
        });
        spots.sort(Comparator.comparingInt(OfSector::hopsOfOthers)
                .thenComparing(Comparator.comparingInt(OfSector::startups).reversed())
                .thenComparing(OfSector::sector)
                .thenComparing(spot -> spot.country().id()));
        return spots;
    }

    private OfSector ofSector(String sector, int startups, Route way) {
        return new OfSector(
                sector,
                NodeJson.of(graph, way.to(), language),
                startups,
                way.hops().size(),
                way.hops().stream()
                        .map(hop -> NodeJson.of(graph, hop.from(), language))
                        .toList());
    }

    private Optional<Route> way(RecordKey country) {
        return RoutesTo.best(graph, startups, country, hop -> true);
    }
}
