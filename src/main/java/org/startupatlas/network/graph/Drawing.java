package org.startupatlas.network.graph;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Truth;
import org.startupatlas.network.route.HopJson.EvidenceJson;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.schema.Language;

/** A part of the network, as JSON. */
@Schema(
        name = "NetworkGraph",
        description = "The nodes around one, and all links between them.",
        example =
                """
                {"nodes":[{"key":"countries/MA","node":{"resource":"countries","id":"MA","slug":"MA",\
                "name":"Morocco"},"distance":0}],"edges":[],"omitted":0,\
                "meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""")
record Drawing(
        @Schema(maxItems = Limits.MAX_DRAWN_NODES) List<DrawnNode> nodes,
        @Schema(maxItems = 100_000) List<DrawnEdge> edges,
        @Schema(
                        minimum = "0",
                        maximum = "2147483647",
                        description = "How many nodes as near as these were left out, to keep it within "
                                + Limits.MAX_DRAWN_NODES + ".")
                int omitted,
        NetworkMeta meta) {

    Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** A node. */
    @Schema(name = "GraphNode", description = "A node.")
    record DrawnNode(
            @Schema(maxLength = 140, description = "By which edges name it.") String key,
            NodeJson node,
            @Schema(minimum = "0", maximum = "3", description = "The links between it and the node that was asked for.")
                    int distance) {}

    /** An edge. */
    @Schema(name = "GraphEdge", description = "A link between two nodes.")
    record DrawnEdge(
            @Schema(maxLength = 140) String source,
            @Schema(maxLength = 140) String target,
            @Schema(maxLength = 32) String kind,
            @Schema(maxLength = 64, nullable = true) String detail,
            @Schema(maxLength = 8, description = "valid, or unknown.") String validity,
            EvidenceJson evidence) {}

    static Drawing of(Network network, Neighbourhood part, LocalDate day, Language language, NetworkMeta meta) {
        List<DrawnNode> nodes = part.distances().entrySet().stream()
                .map(entry -> node(network, entry.getKey(), entry.getValue(), language))
                .toList();
        List<DrawnEdge> edges =
                part.links().stream().map(link -> edge(link, day)).toList();
        return new Drawing(nodes, edges, part.omitted(), meta);
    }

    private static DrawnNode node(Network network, RecordKey key, int distance, Language language) {
        Node node = network.node(key).orElseThrow();
        return new DrawnNode(key.toString(), NodeJson.of(node, language), distance);
    }

    private static DrawnEdge edge(Link link, LocalDate day) {
        return new DrawnEdge(
                link.from().toString(),
                link.to().toString(),
                link.kind().code(),
                link.detail(),
                link.isValidOn(day) == Truth.TRUE ? "valid" : "unknown",
                EvidenceJson.of(link.evidence()));
    }
}
