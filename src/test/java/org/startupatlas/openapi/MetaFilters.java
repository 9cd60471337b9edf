package org.startupatlas.openapi;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.testing.Atlas;

/** The filters that {@code /v1/meta} lists, each a parameter that the document names or describes with others. */
public final class MetaFilters {

    private MetaFilters() {}

    /**
     * A filter.
     *
     * @param name of what is asked, dotted
     * @param type of its values, empty where only its existence can be asked
     * @param operator as /v1/meta lists it
     */
    public record Filter(String name, String type, String operator) {

        /** Returns the parameter that asks it. */
        public String parameter() {
            return operator.equals("eq") ? name : name + "__" + operator;
        }

        /** Returns whether it takes several values. */
        public boolean takesSeveral() {
            return operator.equals("absent")
                    || List.of("eq", "ne", "all").contains(operator)
                            && !List.of("text", "prose", "boolean").contains(type);
        }
    }

    /** Returns all filters of a resource. */
    public static List<Filter> of(String resource) {
        List<Filter> filters = new ArrayList<>();
        Atlas.tree("/v1/meta").at("/resources/" + resource + "/filters").forEach(filter -> filter.get("operators")
                .forEach(operator -> filters.add(new Filter(
                        filter.get("name").textValue(), filter.path("type").asText(), operator.textValue()))));
        return filters;
    }
}
