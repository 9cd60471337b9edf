package org.startupatlas.resource.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ListSizeReader;
import org.startupatlas.schema.ListSizes;
import org.startupatlas.schema.NamedList;

/**
 * The derived field {@code live}: the value of an indicator as counted in the registry, with a link to the counted
 * list.
 */
final class LiveFigure {

    /** The largest integer that JavaScript represents exactly. */
    private static final long MAX_SAFE_INTEGER = 9_007_199_254_740_991L;

    static final DerivedField FIELD = DerivedField.of(
            Fields.object(
                    "live",
                    "The figure as the registry counts it: how many records it has, not how many there are. Null where"
                            + " it cannot be counted.",
                    Fields.integer("value", 0, MAX_SAFE_INTEGER, "How many records the list has.", 18)
                            .nonNull(),
                    Fields.path(
                                    "link",
                                    "The list that is counted; with total=true it has the same number.",
                                    "/v1/startups?participations.program=morocco-accelerator")
                            .nonNull(),
                    Fields.integer("revision", 0, MAX_SAFE_INTEGER, "When it was counted.", 615)
                            .nonNull()),
            LiveFigure::of);

    private LiveFigure() {}

    private static List<JsonNode> of(List<ObjectNode> indicators, ListSizeReader lists) {
        List<Optional<NamedList>> counted =
                indicators.stream().map(LiveFigure::counted).toList();
        ListSizes sizes = lists.sizes(
                counted.stream().flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new)));
        return counted.stream()
                .map(list -> list.flatMap(each -> count(each, sizes)).orElse(NullNode.getInstance()))
                .toList();
    }

    private static Optional<JsonNode> count(NamedList list, ListSizes sizes) {
        return sizes.of(list).map(size -> JsonNodeFactory.instance
                .objectNode()
                .put("value", size)
                .put("link", list.url())
                .put("revision", sizes.revision()));
    }

    /** Returns the list that an indicator counts, if any. */
    private static Optional<NamedList> counted(ObjectNode indicator) {
        return NamedList.of(indicator.path("counted")); // missing in the JSON written by a node of an earlier release
    }
}
