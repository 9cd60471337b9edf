package org.startupatlas.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.format.TextJson;
import org.startupatlas.schema.Language;

/** A route as JSON. */
@Schema(name = "Route", description = "A chain of links, with what proves each.")
public record RouteJson(
        @Schema(minimum = "1", maximum = "6") int hops,
        @Schema(description = "The product of the strengths of the steps; it orders routes of equal length.")
                BigDecimal strength,
        @Schema(ref = "Text", description = "The route in words.") JsonNode sentence,
        @Schema(maxItems = RoutesTo.MAX_HOPS) List<HopJson> chain) {

    /** Further digits would pretend to a precision that the weights do not have. */
    private static final int DECIMALS = 4;

    public RouteJson {
        chain = List.copyOf(chain);
    }

    /** Returns a route as JSON. */
    public static RouteJson of(Route route, ChainGraph graph, RouteTexts texts, Language language) {
        return new RouteJson(
                route.hops().size(),
                rounded(route.strength()),
                TextJson.of(language, each -> texts.sentence(route, graph, each)),
                route.hops().stream()
                        .map(hop -> HopJson.of(hop, graph, language))
                        .toList());
    }

    /** Returns a strength as JSON has it. */
    public static BigDecimal rounded(double strength) {
        return BigDecimal.valueOf(strength).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
