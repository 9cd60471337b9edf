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
 * Writes rows that are new straight to their tables, those of their lists too. No session knows them, which would look
 * through all of them at each flush, and once more before the commit.
 */
@Singleton
public class RowInserter {

    /** COPY asks the server once more for each table than INSERT does; with so many rows that is nothing. */
    private static final int FEWEST_COPIED = 16;

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

    /** Writes rows. Those of an entity that others refer to come before the first of these. */
    public void insert(List<?> rows) {
        forEachEntity(rows, (entity, own) -> {
            if (isCopied(own)) {
                statements.doWork(connection -> new EntityCopyWriter(mapping()).copy(connection, entity, own));
            } else {
                statements.insertMultiple(own);
            }
        });
    }

    private boolean isCopied(List<?> rows) {
        return canCopy && rows.size() >= FEWEST_COPIED;
    }

    private <T> void forEachEntity(List<? extends T> rows, BiConsumer<EntityPersister, List<T>> work) {
        Map<Class<?>, List<T>> byEntity = new LinkedHashMap<>();
        rows.forEach(row -> byEntity.computeIfAbsent(row.getClass(), none -> new ArrayList<>())
                .add(row));
        byEntity.forEach((type, own) -> work.accept(entity(type), own));
    }

    private EntityPersister entity(Class<?> type) {
        return mapping().getFactory().getMappingMetamodel().getEntityDescriptor(type);
    }

    /** The session of the transaction, which knows how entities are mapped. */
    private SharedSessionContractImplementor mapping() {
        return session.unwrap(SharedSessionContractImplementor.class);
    }
}
