package org.startupatlas.network.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.LinkKind;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Validity;
import org.startupatlas.network.reach.NextBest.Suggested;
import org.startupatlas.network.reach.NextBestFinder.Gain;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.schema.Language;

/** Suggests agreements one after another, each by what it adds to those before it. */
final class NextBestAgreements {

    private final Language language;

    NextBestAgreements(Language language) {
        this.language = language;
    }

    /**
     * Returns the agreements that add most to what the startups of a country reach.
     *
     * @param finder finds the first of them
     * @param budget how many at most; fewer if no other adds anything
     */
    NextBest suggest(ChainGraph graph, RecordKey from, NextBestFinder finder, int budget, NetworkMeta meta) {
        finder.rejectIfBeyondLimit();
        ReachSets sets = finder.sets();
        long candidates = finder.candidates();
        int reached = sets.pairs();
        List<Suggested> suggested = new ArrayList<>();
        ChainGraph more = graph;
        Optional<Gain> best = finder.best();
        while (best.isPresent()) {
            suggested.add(suggested(best.get(), sets, graph));
            if (suggested.size() == budget) {
                break;
            }
            more = more.with(List.of(), List.of(agreement(best.get())));
            NextBestFinder next = NextBestFinder.of(more, from);
            next.rejectIfBeyondLimit();
            sets = next.sets();
            best = next.best();
        }
        return new NextBest(
                NodeJson.of(graph, from, language), reached, candidates, suggested.size() <= 1, suggested, meta);
    }

    private static Link agreement(Gain gain) {
        List<RecordKey> parties = gain.parties().stream().sorted().toList();
        return new Link(
                LinkKind.AGREEMENT,
                parties.get(0),
                parties.get(1),
                null,
                new Validity(null, null, null),
                null,
                List.of());
    }

    private Suggested suggested(Gain gain, ReachSets sets, ChainGraph graph) {
        BitSet countries = new BitSet();
        gain.countries().values().forEach(countries::or);
        return new Suggested(
                NodeJson.of(graph, gain.parties(), language),
                gain.pairs(),
                gain.countries().size(),
                NodeJson.of(
                        graph,
                        countries.stream().mapToObj(sets.countries()::get).toList(),
                        language),
                gain.alternatives());
    }
}
