package org.startupatlas.network.route;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.model.Country;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.schema.Language;

/** A node as JSON. */
@Schema(name = "NetworkNode", description = "A record of the network.")
public record NodeJson(
        @Schema(maxLength = 64, description = "The path word.") String resource,
        @Schema(maxLength = 64) String id,
        @Schema(maxLength = 200, nullable = true) String slug,
        @Schema(maxLength = 8_192, description = "Of countries, in the requested language.") String name) {

    /** Returns a node of the graph. */
    public static NodeJson of(ChainGraph graph, RecordKey key, Language language) {
        return of(graph.node(key).orElseThrow(), language);
    }

    public static List<NodeJson> of(ChainGraph graph, List<RecordKey> keys, Language language) {
        return keys.stream().map(key -> of(graph, key, language)).toList();
    }

    public static NodeJson of(Node node, Language language) {
        String translated = language != null && node instanceof Country country ? language.of(country.names()) : null;
        return new NodeJson(
                node.key().resource(), node.id(), node.slug(), translated == null ? node.name() : translated);
    }
}
