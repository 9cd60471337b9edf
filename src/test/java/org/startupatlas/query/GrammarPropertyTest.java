package org.startupatlas.query;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.startup.StartupDeclaration;

/** The database and the matcher agree on every operator, on startups made to be hard to filter. */
@QuarkusTest
@TestProfile(WithoutSampleData.class)
class GrammarPropertyTest {
    @Inject
    RandomStartups population;

    @Inject
    Register register;

    @Inject
    Grammar grammar;

    @Inject
    Terms terms;

    private GrammarProperty property;

    @BeforeEach
    void startupsAreThere() {
        population.ids();
        Declaration startups = StartupDeclaration.STARTUPS;
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
    void oppositesPartTheRecords() {
        property.oppositesPartTheRecords();
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
    void randomFiltersTellRecordsApart() {
        property.randomFiltersTellRecordsApart(200);
    }
}
