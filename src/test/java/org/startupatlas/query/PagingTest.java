package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Bare;

/**
 * A walk meets every row once, in an order that is worked out here without a database. It runs on each database, so
 * both have the same order.
 */
@QuarkusTest
@TestProfile(Bare.class)
class PagingTest {
    private static final ResourceSchema STARTUPS = StartupRecord.SCHEMA;

    @Inject
    RandomStartups population;

    private List<UUID> ids;
    private List<JsonNode> records;

    private static Stream<String> orders() {
        SchemaRegistry register = new SchemaRegistry(ResourceCatalog.SCHEMAS);
        Stream<String> single = register.sortable(STARTUPS).stream().flatMap(name -> Stream.of(name, "-" + name));
        Stream<String> several = Stream.of(
                "",
                "founded_year,name",
                "-founded_year,name",
                "founded_year,-name",
                "-founded_year,-founded",
                "name,-founded",
                "founded,founded_year",
                "-updated_at,founded_year",
                "founded_year,founded,name",
                "-founded_year,founded,-name",
                "name,-founded_year,-founded",
                "created_at,-founded,founded_year");
        return Stream.concat(several, single);
    }

    @BeforeEach
    void writeRandomStartups() {
        ids = population.ids();
        records = Walk.all(STARTUPS);
    }

    @Test
    void walkReturnsWrittenRecords() {
        Set<String> written = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        assertEquals(written, new HashSet<>(records.stream().map(Walk::id).toList()));
        assertEquals(ids.size(), records.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 200})
    void everyOrderWalksAllRowsOnce(int limit) {
        orders().parallel().forEach(sort -> Walk.assertVisitsEachOnceInOrder(STARTUPS, sort, limit, records));
    }

    @Test
    void linksEqualCursors() {
        String path = "/v1/startups?fields=name&limit=7&sort=-founded,name";
        assertEquals(Atlas.walk(JsonNode.class, path), Atlas.walkLinks(JsonNode.class, path));
    }

    @Test
    void linksKeepFiltersInAllScripts() {
        for (String name : List.of("é", "ا", "100%", "a,b", "#&+?=", "🚀")) {
            String path = Atlas.with("/v1/startups?limit=1", "name__contains", name);
            List<JsonNode> byCursor = Atlas.walk(JsonNode.class, path);
            assertEquals(byCursor, Atlas.walkLinks(JsonNode.class, path), name);
            assertTrue(byCursor.size() > 1, name);
        }
    }
}
