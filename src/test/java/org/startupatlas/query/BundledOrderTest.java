package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Every resource can be walked in every order that it has. */
@QuarkusTest
class BundledOrderTest {
    static Stream<Arguments> orders() {
        SchemaRegistry register = new SchemaRegistry(ResourceCatalog.DECLARATIONS);
        return ResourceCatalog.DECLARATIONS.stream().flatMap(declaration -> Stream.concat(
                        Stream.of(""),
                        register.sortable(declaration).stream().flatMap(name -> Stream.of(name, "-" + name)))
                .map(sort -> Arguments.of(declaration.resource(), sort)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aWalkMeetsEveryRowOnceInOrder(String resource, String sort) {
        ResourceSchema declaration = new SchemaRegistry(ResourceCatalog.DECLARATIONS).get(resource);
        List<JsonNode> records = Walk.all(declaration);
        for (int limit : new int[] {3, 50}) {
            Walk.assertVisitsEachOnceInOrder(declaration, sort, limit, records);
        }
    }
}
