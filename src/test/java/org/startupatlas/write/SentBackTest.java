package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;
import org.startupatlas.testing.Writes;

/** Tests with every bundled record that sending it back unchanged writes nothing. */
@QuarkusTest
@TestProfile(RealBundle.class)
class SentBackTest {
    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream()
                .map(ResourceSchema::resource)
                .filter(resource -> !resource.equals(ResourceSchema.COUNTRIES))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void sendingBackARecordChangesNothing(String resource) {
        JsonNode before = Atlas.tree("/v1/meta").get("revision");
        String path = "/v1/" + resource;
        Atlas.walk(JsonNode.class, path + "?limit=200").parallelStream().forEach(record -> {
            Response answer = Writes.put(
                    200,
                    path + "/" + record.get("id").textValue(),
                    record.get("version").intValue(),
                    record.toString());
            assertEquals(record, Atlas.read(JsonNode.class, answer));
        });
        assertEquals(before, Atlas.tree("/v1/meta").get("revision"));
    }
}
