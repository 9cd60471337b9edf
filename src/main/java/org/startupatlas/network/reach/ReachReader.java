package org.startupatlas.network.reach;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RoutesTo;
import org.startupatlas.network.route.Strengths;
import org.startupatlas.schema.Language;

/** Computes what {@code /v1/network} returns, for readers in the same process. */
@Singleton
public final class ReachReader {

    private final Strengths strengths;

    ReachReader(Strengths strengths) {
        this.strengths = strengths;
    }

    /**
     * What the startups of a country reach.
     *
     * @param nextBest null if more agreements would have to be compared than one request may cost
     */
    public record Overview(NetworkReach reach, WhiteSpots whiteSpots, NextBest nextBest) {}

    /**
     * Returns what the startups of a country reach on a day, what they do not, and which agreements would add most.
     *
     * @param limit the most white spots, of countries and of sectors
     * @param budget the most agreements
     */
    public Overview overview(Network network, RecordKey from, LocalDate day, int limit, int budget, Language language) {
        ChainGraph graph = graph(network, day);
        NetworkMeta meta = NetworkMeta.of(network, language, day);
        NextBestFinder finder = NextBestFinder.of(graph, from);
        return new Overview(
                NetworkReach.of(graph, from, language, meta),
                new WhiteSpotFinder(graph, finder.sets(), language).find(from, limit, meta),
                finder.isBeyondLimit()
                        ? null
                        : new NextBestAgreements(language).suggest(graph, from, finder, budget, meta));
    }

    /** Returns the steps that are valid on a day. */
    public ChainGraph graph(Network network, LocalDate day) {
        return ChainGraph.of(network, day, strengths);
    }

    /** Returns the countries that a startup reaches, in the order of their codes. */
    public List<RecordKey> countriesOf(ChainGraph graph, RecordKey startup) {
        ReachSets sets = new ReachSets(graph, List.of(startup));
        return sets.countriesOf(startup).stream()
                .mapToObj(sets.countries()::get)
                .toList();
    }

    /** Returns the partners that lead to a node, the nearest first. */
    public List<RecordKey> partnersTo(ChainGraph graph, RecordKey node, int limit) {
        return RoutesTo.in(graph, node).fromEach(graph.network().partners().stream()).stream()
                .limit(limit)
                .map(Route::from)
                .toList();
    }
}
