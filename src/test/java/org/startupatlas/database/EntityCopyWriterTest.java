package org.startupatlas.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that rows written with COPY equal inserted rows. */
@QuarkusTest
@TestProfile(ForWriting.class)
@EnabledIfSystemProperty(named = "db", matches = "postgresql", disabledReason = "H2 has no COPY")
class EntityCopyWriterTest {
    /** Characters that the text format of COPY escapes. */
    private static final String HOSTILE =
            "\\\\N \\\\. \\\\x00 \\n\\r \\\"q\\\" {a,b} NULL ';-- \u0633\u064e\u0644\u0627\u0645 \ud83d\ude80";

    @Inject
    @All
    List<RecordRepository<?, ?, ?>> repositories;

    @Inject
    Session session;

    @Test
    void copiedRecordsEqualInsertedOnes() {
        createHostile("hostile-record");
        for (RecordRepository<?, ?, ?> repository : repositories) {
            inRehearsal(() -> {
                List<Object> rows = new ArrayList<>(repository.listAll());
                EntityPersister entity = entity(rows);
                List<PluralAttributeMapping> lists = EntityCopyWriter.collections(entity);
                rows.forEach(row -> lists.forEach(list -> Hibernate.initialize(list.getValue(row))));
                List<String> tables = new ArrayList<>(List.of(entity.getTableName()));
                lists.forEach(list -> tables.add(list.getSeparateCollectionTable()));
                assertMakesTheSame(
                        tables,
                        () -> session.doWork(
                                connection -> new EntityCopyWriter(mapping()).copy(connection, entity, rows)));
            });
        }
    }

    @Test
    void copiedChangesEqualInsertedOnes() {
        createHostile("hostile-change");
        inRehearsal(() -> {
            List<Change> changes =
                    session.createQuery("from Change", Change.class).list();
            EntityPersister entity = entity(changes);
            assertMakesTheSame(
                    List.of(entity.getTableName()),
                    () -> session.doWork(
                            connection -> new EntityCopyWriter(mapping()).copy(connection, entity, changes)));
        });
    }

    private static void inRehearsal(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void assertMakesTheSame(List<String> tables, Runnable copying) {
        Map<String, List<String>> inserted = contents(tables);
        takeAway(tables);
        copying.run();
        assertFalse(inserted.get(tables.get(0)).isEmpty());
        assertEquals(inserted, contents(tables));
    }

    private SharedSessionContractImplementor mapping() {
        return session.unwrap(SharedSessionContractImplementor.class);
    }

    private EntityPersister entity(List<?> rows) {
        return mapping()
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(rows.get(0).getClass());
    }

    /** A record with every kind of value, which is written alone and therefore inserted. */
    private static void createHostile(String slug) {
        Writes.create(
                StartupRecord.class,
                "/v1/startups",
                "{\"name\":\"%1$s\",\"slug\":\"%2$s\",\"summary\":{\"fr\":\"%1$s\",\"ar\":null,\"en\":null},"
                                .formatted(HOSTILE, slug)
                        + "\"other_names\":[{\"name\":\"%1$s\",\"lang\":\"ar\",\"kind\":\"former\"},".formatted(HOSTILE)
                        + "{\"name\":\"Second\",\"lang\":null,\"kind\":\"alternate\"}],\"notes\":\"%1$s\","
                                .formatted(HOSTILE)
                        + "\"founded\":\"0987-06\",\"closed\":\"9999\",\"diaspora\":true,\"headcount\":0,"
                        + "\"sectors\":[\"fintech\",\"agritech\"],\"official_labels\":[],"
                        + "\"markets\":[{\"country\":\"FR\",\"mode\":null,\"state\":null,\"since\":\"2020-Q3\"}],"
                        + "\"external_ids\":{\"isni\":\"%016d\"}}".formatted(Math.abs((long) slug.hashCode())));
    }

    private Map<String, List<String>> contents(List<String> tables) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        for (String table : tables) {
            contents.put(
                    table,
                    session.createNativeQuery("select cast(t as text) from " + table + " t order by 1", String.class)
                            .list());
        }
        return contents;
    }

    /** Disables foreign keys for the transaction. */
    private void takeAway(List<String> tables) {
        session.createNativeMutationQuery("set local session_replication_role = replica")
                .executeUpdate();
        for (String table : tables) {
            session.createNativeMutationQuery("delete from " + table).executeUpdate();
        }
    }
}
