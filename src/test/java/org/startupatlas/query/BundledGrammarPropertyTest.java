package org.startupatlas.query;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.testing.RealBundle;

/** Tests on the bundled data that SQL and the matcher agree on every operator of every resource. */
@QuarkusTest
@TestProfile(RealBundle.class)
class BundledGrammarPropertyTest {
    @Inject
    SchemaRegistry register;

    @Inject
    ListQueryParser grammar;

    @Inject
    Vocabularies terms;

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void eachFilterFindsWhatTheMatcherFinds(String resource) {
        property(resource).eachFilterFindsWhatTheMatcherFinds(1);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void severalFiltersFindWhatTheMatcherFinds(String resource) {
        property(resource).severalFiltersFindWhatTheMatcherFinds(20);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void oppositeFiltersAreComplements(String resource) {
        property(resource).oppositeFiltersAreComplements();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void facetsEqualFilteredTotals(String resource) {
        property(resource).facetsEqualFilteredTotals(8);
    }

    private GrammarProperty property(String resource) {
        ResourceSchema schema = register.get(resource);
        return new GrammarProperty(schema, register, grammar, terms, Walk.all(schema));
    }
}
