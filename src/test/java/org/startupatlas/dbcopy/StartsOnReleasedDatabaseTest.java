package org.startupatlas.dbcopy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.PoolConnections;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that later builds read what a release has written: on H2 from its file, on PostgreSQL from a copy. */
@QuarkusTest
@TestProfile(OnReleasedDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartsOnReleasedDatabaseTest {
    @Inject
    PoolConnections connections;

    @Inject
    SchemaRegistry registry;

    private final Written written = ReleasedFile.written(OnReleasedDatabase.VERSION);

    @Test
    @Order(1)
    void logContinues() {
        long started = Writes.revision(Atlas.get(200, "/v1/changes?limit=1"));
        Writes.changesSince(written.revision()).forEach(change -> {
            assertEquals("bundle", change.get("by").textValue(), "the bundle of this release is newer");
            assertTrue(List.of("vocabularies", "countries", "partners")
                    .contains(change.get("resource").textValue()));
        });
        StartupRecord next =
                Atlas.read(StartupRecord.class, Writes.post(201, written.key(), "/v1/startups", "{\"name\":\"Next\"}"));
        JsonNode change = Writes.changesSince(started).get(0);
        assertEquals(started + 1, change.get("revision").longValue());
        assertEquals(next.id().toString(), change.get("id").textValue());
    }

    @Test
    void keysAreIssuedOnNewConnections() throws SQLException {
        try (Connection keeper = connections.closeAll()) {
            assertFalse(keeper.isClosed());
            TestKeys.issue("curator", null);
        }
    }

    @Test
    void recordIsUnchanged() {
        StartupRecord changed = Atlas.one(StartupRecord.class, "/v1/startups/" + written.changed());
        assertEquals("Kept Souk", changed.name());
        assertEquals(written.notes(), changed.notes());
        assertEquals(List.of("fintech", "agritech"), changed.sectors());
        assertEquals(12, changed.headcount());
        assertEquals(3, changed.version());
    }

    /** Fields that a later release added are in every copy of a record, in the place where later records have them. */
    @Test
    void storedRecordsHaveAllFields() {
        String path = "/v1/startups/" + written.changed();
        for (String copy : List.of(path, path + "/versions/1", path + "?as_of=" + written.revision())) {
            assertHasAllFields(registry.get("startups"), Atlas.tree(copy));
        }
        for (ResourceSchema schema : registry.schemas()) {
            String resource = schema.resource();
            Atlas.tree("/v1/" + resource + "?limit=200")
                    .get("data")
                    .forEach(record -> assertHasAllFields(schema, record));
            Atlas.tree("/v1/changes?limit=1000&resource=" + resource)
                    .get("data")
                    .forEach(change -> {
                        if (!change.get("record").isNull()) {
                            assertHasAllFields(schema, change.get("record"));
                        }
                    });
        }
        assertEquals(
                0,
                Atlas.page(StartupRecord.class, "/v1/startups?steward__exists=true")
                        .data()
                        .size());
    }

    private static void assertHasAllFields(ResourceSchema schema, JsonNode record) {
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(names::add);
        assertEquals(schema.fields().stream().map(Field::name).toList(), names, record::toString);
    }

    @Test
    void recordIsFoundByItsColumns() {
        assertEquals(
                List.of("Kept Souk"),
                Atlas.page(StartupRecord.class, "/v1/startups?name__starts=kept&sectors__all=fintech,agritech")
                        .data()
                        .stream()
                        .map(StartupRecord::name)
                        .toList());
    }

    @Test
    void allVersionsAreReadable() {
        String path = "/v1/startups/" + written.changed();
        assertEquals(3, Atlas.tree(path + "/history").get("data").size());
        assertTrue(Atlas.tree(path + "/versions/1").get("notes").isNull());
        assertEquals(
                written.notes(), Atlas.tree(path + "/versions/2").get("notes").textValue());
    }

    @Test
    void deletedMergedAndRenamedRecordsAreKnown() {
        Atlas.problem(410, "/v1/startups/" + written.deleted());
        assertRedirects(written.merged(), "kept-souk");
        assertRedirects("kept-bazaar", "kept-souk");
        assertRedirects(Written.FORMER_SLUG, Written.NEW_SLUG);
    }

    private static void assertRedirects(String name, String slug) {
        Response moved = given().redirects().follow(false).get("/v1/startups/" + name);
        assertEquals(308, moved.statusCode(), moved::asString);
        assertEquals(slug, Atlas.tree(moved.header("Location")).get("slug").textValue());
    }

    @Test
    void redactedValueIsNowhere() {
        String path = "/v1/startups/" + Written.REDACTED;
        assertTrue(Atlas.tree(path + "/versions/1").get("notes").isNull());
        assertFalse(Atlas.get(200, path + "/history").asString().contains(Written.SECRET));
    }
}
