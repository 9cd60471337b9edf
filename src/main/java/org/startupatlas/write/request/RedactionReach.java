package org.startupatlas.write.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The copies of a value that a redaction reached, and those that it could not.
 *
 * @param id of the record
 * @param reached how many copies held the value, by place; contains each place that was searched
 * @param notReached the copies that may still hold it
 */
public record RedactionReach(String id, Map<String, Integer> reached, List<Unreached> notReached) {

    /** The maximum number of names that a response lists for one place. */
    public static final int MAX_ITEMS = 100;

    /** The places that are always searched, in the order of the response. */
    public static final List<String> PLACES = List.of(
            "record", "versions", "changes", "provenance", "import_reports", "idempotency_answers", "proposals");

    /** The places that cannot be searched by record and path. */
    public static final List<String> UNREACHED_PLACES =
            List.of("slugs", "other_names", "referring_records", "merged_records", "running_imports", "refused_rows");

    public RedactionReach {
        reached = new LinkedHashMap<>(reached);
        notReached = List.copyOf(notReached);
    }

    /**
     * Copies that cannot be found by record and path.
     *
     * @param where the place; also part of the key of the message that explains it
     * @param count the number of copies
     * @param items their names or paths, at most {@link #MAX_ITEMS}
     */
    public record Unreached(String where, int count, List<String> items) {

        public Unreached {
            items = items.stream().limit(MAX_ITEMS).toList();
        }

        /** Returns these copies: all are counted, the first {@link RedactionReach#MAX_ITEMS} are listed. */
        public static Unreached of(String where, Collection<String> items) {
            return new Unreached(where, items.size(), List.copyOf(items));
        }
    }

    /** Returns the JSON for responses and the database. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
        var places = node.putArray("reached");
        reached.forEach((where, count) -> places.addObject().put("where", where).put("count", count));
        var others = node.putArray("not_reached");
        notReached.forEach(each -> {
            var items = others.addObject()
                    .put("where", each.where())
                    .put("count", each.count())
                    .putArray("items");
            each.items().forEach(items::add);
        });
        return node;
    }

    /** Parses the result of {@link #json()}. */
    public static RedactionReach of(JsonNode node) {
        Map<String, Integer> reached = new LinkedHashMap<>();
        node.get("reached")
                .forEach(each -> reached.put(
                        each.get("where").textValue(), each.get("count").intValue()));
        List<Unreached> notReached = new ArrayList<>();
        node.get("not_reached").forEach(each -> {
            List<String> items = new ArrayList<>();
            each.get("items").forEach(item -> items.add(item.textValue()));
            notReached.add(new Unreached(
                    each.get("where").textValue(), each.get("count").intValue(), items));
        });
        return new RedactionReach(node.get("id").textValue(), reached, notReached);
    }
}
