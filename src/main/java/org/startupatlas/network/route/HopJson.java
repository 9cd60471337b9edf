package org.startupatlas.network.route;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.model.Evidence;
import org.startupatlas.network.model.Source;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.Language;

/** A step of a route as JSON. */
@Schema(name = "RouteHop", description = "A step of a route, with what proves it.")
public record HopJson(
        @Schema(maxLength = 32, description = "The kind of the link.") String kind,
        @Schema(maxLength = 32, description = "What the first says of the second.") String step,
        NodeJson from,
        NodeJson to,
        @Schema(maxLength = 64, nullable = true, description = "A code that specifies the kind.") String detail,
        @Schema(maxLength = 8, description = "valid, or unknown where the dates are not known.") String validity,
        @Schema(maxLength = 64, nullable = true) String since,
        @Schema(maxLength = 64, nullable = true) String until,
        @Schema(maxLength = 64, nullable = true) String status,
        BigDecimal strength,
        @Schema(nullable = true, description = "Null for what is only supposed.") EvidenceJson evidence,
        @Schema(maxItems = 1_000) List<SourceJson> sources) {

    public HopJson {
        sources = List.copyOf(sources);
    }

    static HopJson of(Hop hop, ChainGraph graph, Language language) {
        return new HopJson(
                hop.link().kind().code(),
                hop.step().code(),
                NodeJson.of(graph, hop.from(), language),
                NodeJson.of(graph, hop.to(), language),
                hop.link().detail(),
                hop.isCertain() ? "valid" : "unknown",
                text(hop.link().validity().from()),
                text(hop.link().validity().to()),
                hop.link().validity().status(),
                RouteJson.rounded(hop.strength()),
                hop.link().evidence() == null
                        ? null
                        : EvidenceJson.of(hop.link().evidence()),
                hop.link().sources().stream().map(SourceJson::of).toList());
    }

    private static String text(PartialDate date) {
        return date == null ? null : date.text();
    }

    /** The place in a record that proves a link. */
    @Schema(name = "NetworkEvidence", description = "The place in a record that proves a link.")
    public record EvidenceJson(
            @Schema(maxLength = 64, description = "The path word.") String resource,
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 200, description = "The place in the record (RFC 6901).") String pointer,
            @Schema(maxLength = 200, format = "uri-reference") String link) {

        /** Returns evidence as JSON. */
        public static EvidenceJson of(Evidence evidence) {
            return new EvidenceJson(
                    evidence.record().resource(),
                    evidence.record().id(),
                    evidence.slug(),
                    evidence.pointer(),
                    "/v1/" + evidence.record());
        }
    }

    /** A source of a link. */
    @Schema(name = "NetworkSource", description = "Who says so.")
    public record SourceJson(
            @Schema(maxLength = 8_192, nullable = true) String publisher,
            @Schema(maxLength = 2_048, nullable = true) String url,
            @Schema(maxLength = 64, nullable = true) String published,
            @Schema(maxLength = 64, nullable = true) String seen,
            @Schema(maxLength = 64, nullable = true) String confidence) {

        /** Returns a source as JSON. */
        public static SourceJson of(Source source) {
            return new SourceJson(
                    source.publisher(),
                    source.url(),
                    text(source.published()),
                    text(source.seen()),
                    source.confidence());
        }
    }
}
