package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.CountingDataSource;
import org.startupatlas.testing.Writes;

/** Tests that a write takes three statements from the lock on the log to the commit. */
@QuarkusTest
@TestProfile(Counting.class)
class WriteStatementCountTest {
    /** The lock, the change and the new revision. */
    private static final int OF_THE_LOG = 3;

    @Inject
    CountingDataSource reads;

    @Inject
    SessionFactory hibernate;

    /** Vocabularies are cached, and checked for changes once after each write. */
    @BeforeEach
    void loadVocabularies() {
        Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"First\",\"country\":\"MA\"}");
        Atlas.tree("/v1/startups?q=first&stage=seed");
        reads.takeCount();
        hibernate.getStatistics().clear();
    }

    @Test
    void createTakesALookUpAndAnInsert() {
        Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"Counted\",\"country\":\"MA\"}");
        int slug = 1;
        assertEquals(slug, reads.takeCount());
        int formerSlugs = 2;
        int row = 1;
        assertEquals(formerSlugs + row + OF_THE_LOG, hibernate.getStatistics().getPrepareStatementCount());
    }
}
