package org.startupatlas.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startupatlas.query.Derivation;
import org.startupatlas.query.Fields;
import org.startupatlas.query.ListSizeReader;
import org.startupatlas.query.ListSizes;
import org.startupatlas.query.NamedList;

/** What the registry itself counts of an indicator, and where the records are that it counts. */
final class LiveFigure {

    /** Beyond, JavaScript has no whole numbers. */
    private static final long MOST = 9_007_199_254_740_991L;

    static final Derivation DERIVATION = new Derivation(
            Fields.object(
                    "live",
                    "The figure as the registry counts it: how many records it has, not how many there are. Null where"
                            + " it cannot be counted.",
                    Fields.integer("value", 0, MOST, "How many records the list has.", 18)
                            .always(),
                    Fields.path(
                                    "link",
                                    "The list behind the figure; with total=true it tells the same.",
                                    "/v1/startups?participations.program=morocco-accelerator")
                            .always(),
                    Fields.integer("revision", 0, MOST, "When it was counted.", 615)
                            .always()),
            LiveFigure::of);

    private LiveFigure() {}

    private static List<JsonNode> of(List<ObjectNode> indicators, ListSizeReader lists) {
        List<Optional<NamedList>> counted =
                indicators.stream().map(LiveFigure::counted).toList();
        ListSizes sizes = lists.sizes(
                counted.stream().flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new)));
        return counted.stream()
                .map(list -> list.flatMap(each -> figure(each, sizes)).orElse(NullNode.getInstance()))
                .toList();
    }

    private static Optional<JsonNode> figure(NamedList list, ListSizes sizes) {
        return sizes.of(list).map(size -> JsonNodeFactory.instance
                .objectNode()
                .put("value", size)
                .put("link", list.link())
                .put("revision", sizes.revision()));
    }

    /** The list that an indicator counts, if it does. */
    private static Optional<NamedList> counted(ObjectNode indicator) {
        JsonNode counted = indicator.path("counted"); // a node of an earlier release writes none
        return !counted.isObject()
                ? Optional.empty()
                : Optional.of(new NamedList(
                        counted.get("resource").textValue(),
                        counted.get("filters").textValue()));
    }
}
