package org.startupatlas.network.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.startupatlas.http.Limits;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Truth;

/**
 * The nodes around one, as far as the bound of a drawing allows, the nearest first, and the links between them.
 *
 * @param distances the number of links to each node, in the order in which they were found
 * @param links the links of which both ends are among the nodes
 * @param omitted how many nodes there are of the same distances for which there was no room
 */
public record Neighbourhood(Map<RecordKey, Integer> distances, List<Link> links, int omitted) {

    /**
     * Returns the part of the network around a node. Nodes of one distance come in the order of their keys. Beyond
     * countries the search does not go on: half of the network has its seat in Morocco.
     */
    public static Neighbourhood around(Network network, RecordKey center, int depth, LocalDate day) {
        Map<RecordKey, Integer> distances = new LinkedHashMap<>();
        distances.put(center, 0);
        Collection<RecordKey> layer = List.of(center);
        int omitted = 0;
        for (int distance = 1; distance <= depth; distance++) {
            TreeSet<RecordKey> next = new TreeSet<>();
            for (RecordKey node : layer) {
                if (node.equals(center) || !node.resource().equals(RecordKey.COUNTRIES)) {
                    links(network, node, day).map(link -> link.other(node)).forEach(next::add);
                }
            }
            next.removeAll(distances.keySet());
            List<RecordKey> kept = next.stream()
                    .limit(Limits.MAX_DRAWN_NODES - (long) distances.size())
                    .toList();
            omitted += next.size() - kept.size();
            for (RecordKey node : kept) {
                distances.put(node, distance);
            }
            layer = kept;
        }
        List<Link> links = new ArrayList<>();
        distances.keySet().stream()
                .flatMap(node -> network.linksFrom(node).stream())
                .filter(link -> distances.containsKey(link.to()) && isPossible(link, day))
                .forEach(links::add);
        return new Neighbourhood(distances, links, omitted);
    }

    private static Stream<Link> links(Network network, RecordKey node, LocalDate day) {
        return Stream.concat(network.linksFrom(node).stream(), network.linksTo(node).stream())
                .filter(link -> isPossible(link, day));
    }

    private static boolean isPossible(Link link, LocalDate day) {
        return link.isValidOn(day) != Truth.FALSE;
    }
}
