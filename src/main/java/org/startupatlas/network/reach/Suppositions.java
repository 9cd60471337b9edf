package org.startupatlas.network.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.reach.SuppositionReader.Supposed;
import org.startupatlas.network.reach.WhatIf.NewlyReached;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.network.route.Route;
import org.startupatlas.network.route.RouteJson;
import org.startupatlas.network.route.RouteTexts;
import org.startupatlas.network.route.RoutesTo;
import org.startupatlas.schema.Language;

/** Compares what startups reach with what they would reach if there were more links. */
final class Suppositions {

    private final RecordKey from;
    private final ChainGraph graph;
    private final ChainGraph supposed;
    private final ReachSets before;
    private final ReachSets after;
    private final int links;

    Suppositions(ChainGraph graph, RecordKey from, Supposed more) {
        List<RecordKey> startups = graph.startupsOf(from);
        this.from = from;
        this.graph = graph;
        this.supposed = graph.with(more.nodes(), more.links());
        this.before = new ReachSets(graph, startups);
        this.after = new ReachSets(supposed, startups);
        this.links = more.links().size();
    }

    /** Returns what startups would newly reach. */
    WhatIf whatIf(RouteTexts texts, Language language, NetworkMeta meta) {
        List<NewlyReached> data = new ArrayList<>();
        for (int i = 0; i < after.countries().size(); i++) {
            List<RecordKey> startups = newly(i);
            if (!startups.isEmpty()) {
                data.add(newly(after.countries().get(i), startups, texts, language));
            }
        }
        data.sort(Comparator.comparingInt(NewlyReached::total).reversed().thenComparing(newly -> newly.country()
                .id()));
        return new WhatIf(
                NodeJson.of(graph, from, language),
                links,
                data.stream().mapToLong(NewlyReached::total).sum(),
                data,
                meta);
    }

    private List<RecordKey> newly(int country) {
        return after.startups().stream()
                .filter(startup -> after.countriesOf(startup).get(country)
                        && !before.countriesOf(startup).get(country))
                .toList();
    }

    private NewlyReached newly(RecordKey country, List<RecordKey> startups, RouteTexts texts, Language language) {
        Route best = RoutesTo.best(supposed, Set.copyOf(startups), country, hop -> true)
                .orElseThrow();
        return new NewlyReached(
                NodeJson.of(graph, country, language),
                startups.size(),
                NodeJson.of(graph, startups.stream().limit(WhatIf.MAX_NAMED).toList(), language),
                RouteJson.of(best, supposed, texts, language));
    }
}
