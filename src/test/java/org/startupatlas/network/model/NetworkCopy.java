package org.startupatlas.network.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everything that readers can see of a network, in its order. */
record NetworkCopy(
        long revision,
        List<Node> nodes,
        List<String> documents,
        List<Link> links,
        List<List<Link>> linksOfNodes,
        List<String> editions,
        List<List<Milestone>> milestones) {

    static NetworkCopy of(Network network) {
        List<Node> nodes = network.nodes().toList();
        return new NetworkCopy(
                network.revision(),
                nodes,
                nodes.stream()
                        .map(node -> new String(network.document(node.key()).orElseThrow(), StandardCharsets.UTF_8))
                        .toList(),
                network.links().toList(),
                nodes.stream()
                        .map(node -> List.copyOf(network.linksTo(node.key())))
                        .toList(),
                network.links()
                        .map(link -> network.edition(link.evidence().record()).orElse(""))
                        .toList(),
                nodes.stream()
                        .map(node -> List.copyOf(network.milestones(node.key())))
                        .toList());
    }
}
