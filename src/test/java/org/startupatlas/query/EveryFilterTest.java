package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.SideBySide;

/** Tests that every declared filter works on both databases. */
@QuarkusTest
class EveryFilterTest {
    @Inject
    SchemaRegistry register;

    @Inject
    Vocabularies terms;

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyOperatorOfEveryFilterWorks(String resource) {
        List<Executable> requests = register.filters(register.get(resource)).stream()
                .flatMap(filter -> requests(resource, filter))
                .toList();
        assertFalse(requests.isEmpty());
        SideBySide.assertAll(resource, requests);
    }

    private Stream<Executable> requests(String resource, Filter filter) {
        return filter.operators().stream().map(operator -> () -> {
            String value = FittingValue.of(filter.field(), operator, terms);
            String path = Atlas.with("/v1/" + resource + "?fields=id", operator.parameter(filter.name()), value);
            Atlas.tree(path);
        });
    }
}
