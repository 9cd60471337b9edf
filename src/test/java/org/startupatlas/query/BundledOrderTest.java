package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.testing.RealBundle;

/** Tests that every resource can be paged in each of its orders. */
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledOrderTest {
    private static final SchemaRegistry REGISTER = new SchemaRegistry(ResourceCatalog.SCHEMAS);

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    private static List<String> orders(ResourceSchema schema) {
        return Stream.concat(
                        Stream.of(""), REGISTER.sortable(schema).stream().flatMap(name -> Stream.of(name, "-" + name)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyOrderWalksAllRowsOnce(String resource) {
        ResourceSchema schema = REGISTER.get(resource);
        List<JsonNode> records = Walk.all(schema);
        orders(schema).parallelStream().forEach(sort -> {
            for (int limit : new int[] {3, 50}) {
                Walk.assertVisitsEachOnceInOrder(schema, sort, limit, records);
            }
        });
    }
}
