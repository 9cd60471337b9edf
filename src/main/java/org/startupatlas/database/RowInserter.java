package org.startupatlas.database;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Inserts new entities and their collections directly into their tables. They are not attached to the session, which
 * would dirty-check all of them at each flush and before the commit.
 */
@Singleton
public class RowInserter {

    /**
     * The number of rows from which COPY is used. COPY costs one more round trip per table than INSERT, which is
     * negligible for this many rows.
     */
    private static final int MIN_COPIED = 16;

    private final Session session;
    private final StatelessSession statements;
    private final boolean canCopy;

    RowInserter(
            Session session,
            StatelessSession statements,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.session = session;
        this.statements = statements;
        this.canCopy = databaseKind.equals("postgresql");
    }

    /** Inserts rows, grouped by entity. Entities that others refer to must come first. */
    public void insert(List<?> rows) {
        forEachEntity(rows, (entity, sameType) -> {
            if (isCopied(sameType)) {
                statements.doWork(
                        connection -> new EntityCopyWriter(sharedSession()).copy(connection, entity, sameType));
            } else {
                statements.insertMultiple(sameType);
            }
        });
    }

    private boolean isCopied(List<?> rows) {
        return canCopy && rows.size() >= MIN_COPIED;
    }

    private <T> void forEachEntity(List<? extends T> rows, BiConsumer<EntityPersister, List<T>> work) {
        Map<Class<?>, List<T>> byEntity = new LinkedHashMap<>();
        rows.forEach(row -> byEntity.computeIfAbsent(row.getClass(), none -> new ArrayList<>())
                .add(row));
        byEntity.forEach((type, sameType) -> work.accept(entity(type), sameType));
    }

    private EntityPersister entity(Class<?> type) {
        return sharedSession().getFactory().getMappingMetamodel().getEntityDescriptor(type);
    }

    /** Returns the session of the transaction, which provides the entity mappings. */
    private SharedSessionContractImplementor sharedSession() {
        return session.unwrap(SharedSessionContractImplementor.class);
    }
}
