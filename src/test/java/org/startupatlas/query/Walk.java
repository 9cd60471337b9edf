package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;

/** Walks over all pages of lists. */
final class Walk {
    private Walk() {}

    /** Returns all records of a resource. */
    static List<JsonNode> all(ResourceSchema schema) {
        return Atlas.walk(JsonNode.class, "/v1/" + schema.resource() + "?limit=200");
    }

    /** Asserts that paging through a list gives the expected records in order. */
    static void assertVisitsEachOnceInOrder(ResourceSchema schema, String sort, int limit, List<JsonNode> records) {
        String path = "/v1/" + schema.resource() + "?fields=id&limit=" + limit;
        String sorted = sort.isEmpty() ? path : Atlas.with(path, "sort", sort);
        List<String> expected = records.stream()
                .sorted(ExpectedOrder.of(schema, sort))
                .map(Walk::id)
                .toList();
        assertEquals(
                expected,
                Atlas.walk(JsonNode.class, sorted).stream().map(Walk::id).toList(),
                sorted);
    }

    /** Returns the ids of all records of a list. */
    static Set<String> ids(String list) {
        return Atlas.walk(JsonNode.class, list).stream().map(Walk::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns a record's id. */
    static String id(JsonNode record) {
        return record.get("id").textValue();
    }
}
