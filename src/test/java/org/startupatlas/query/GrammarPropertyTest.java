package org.startupatlas.query;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.testing.Bare;

/** Tests on random startups that SQL and the matcher agree on every operator. */
@QuarkusTest
@TestProfile(Bare.class)
class GrammarPropertyTest {
    @Inject
    RandomStartups population;

    @Inject
    SchemaRegistry register;

    @Inject
    ListQueryParser grammar;

    @Inject
    Vocabularies terms;

    private GrammarProperty property;

    @BeforeEach
    void writeRandomStartups() {
        population.ids();
        ResourceSchema startups = StartupRecord.SCHEMA;
        property = new GrammarProperty(startups, register, grammar, terms, Walk.all(startups));
    }

    @Test
    void eachFilterFindsWhatTheMatcherFinds() {
        property.eachFilterFindsWhatTheMatcherFinds(3);
    }

    @Test
    void severalFiltersFindWhatTheMatcherFinds() {
        property.severalFiltersFindWhatTheMatcherFinds(200);
    }

    @Test
    void oppositeFiltersAreComplements() {
        property.oppositeFiltersAreComplements();
    }

    @Test
    void filtersTogetherIntersect() {
        property.filtersTogetherIntersect(100);
    }

    @Test
    void totalsCountTheWalk() {
        property.totalsCountTheWalk(50);
    }

    @Test
    void randomFiltersSelectSomeRecords() {
        property.randomFiltersSelectSomeRecords(200);
    }
}
