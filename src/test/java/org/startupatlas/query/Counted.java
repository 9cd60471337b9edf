package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number of records in total and by the values of some fields.
 *
 * @param facets by field, then by value; no value is {@code missing}
 */
public record Counted(long total, Map<String, Map<String, Long>> facets) {
    private static final String MISSING = "missing";

    /** Reads the counts of a list. */
    public static Counted read(JsonNode list) {
        Map<String, Map<String, Long>> facets = new TreeMap<>();
        list.get("facets").properties().forEach(facet -> {
            Map<String, Long> counts = facets.computeIfAbsent(facet.getKey(), name -> new TreeMap<>());
            facet.getValue()
                    .get("values")
                    .forEach(each -> counts.put(
                            each.get("value").asText(), each.get("count").longValue()));
            long missing = facet.getValue().get(MISSING).longValue();
            if (missing > 0) {
                counts.put(MISSING, missing);
            }
        });
        return new Counted(list.at("/page/total").longValue(), facets);
    }

    /** Counts records. */
    public static Counted of(Collection<JsonNode> records, List<String> fields) {
        Map<String, Map<String, Long>> facets = new TreeMap<>();
        for (String field : fields) {
            Map<String, Long> counts = facets.computeIfAbsent(field, name -> new TreeMap<>());
            for (JsonNode record : records) {
                JsonNode value = record.get(field);
                for (JsonNode each : value.isArray() ? value : List.of(value)) {
                    counts.merge(each.isNull() ? MISSING : each.asText(), 1L, Long::sum);
                }
                if (value.isArray() && value.isEmpty()) {
                    counts.merge(MISSING, 1L, Long::sum);
                }
            }
        }
        return new Counted(records.size(), facets);
    }
}
