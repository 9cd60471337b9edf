package org.startupatlas.change;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.startupatlas.record.RecordEntity;

/**
 * Writes rows that are new straight to their tables, those of their lists too. No session knows them, which would look
 * through all of them at each flush, and once more before the commit.
 */
@Singleton
class NewRows {

    /** COPY asks the server once more for each table than INSERT does; with so many rows that is nothing. */
    private static final int FEWEST_COPIED = 16;

    private final Session session;
    private final StatelessSession statements;
    private final boolean canCopy;

    NewRows(
            Session session,
            StatelessSession statements,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        this.session = session;
        this.statements = statements;
        this.canCopy = databaseKind.equals("postgresql");
    }

    /** Writes rows. Those of an entity that others refer to come before the first of these. */
    void insert(List<?> rows) {
        forEachEntity(rows, (entity, own) -> {
            if (isCopied(own)) {
                statements.doWork(connection -> new RowCopy(mapping()).copy(connection, entity, own));
            } else {
                statements.insertMultiple(own);
            }
        });
    }

    /** Has rows of one entity ready to be written, but for their ids; empty where that would not spare anything. */
    Optional<PreparedRows> prepare(List<?> rows) {
        return isCopied(rows)
                ? Optional.of(new RowCopy(mapping()).prepare(entity(rows.get(0).getClass()), rows))
                : Optional.empty();
    }

    /** Writes rows that are ready. */
    void insert(PreparedRows rows, List<?> ids) {
        statements.doWork(connection -> RowCopy.copy(connection, rows, ids));
    }

    private boolean isCopied(List<?> rows) {
        return canCopy && rows.size() >= FEWEST_COPIED;
    }

    /** Gives rows that were written in this transaction the times and the JSON that they have now. */
    void restamp(List<? extends RecordEntity> rows) {
        forEachEntity(
                rows,
                (entity, own) -> statements.doWork(connection -> {
                    String sql = "update " + entity.getTableName()
                            + " set created_at = ?, updated_at = ?, document = ? where id = ?";
                    try (PreparedStatement update = connection.prepareStatement(sql)) {
                        for (RecordEntity row : own) {
                            restamp(update, row, entity.getIdentifier(row));
                        }
                        update.executeBatch();
                    }
                }));
    }

    private static void restamp(PreparedStatement update, RecordEntity row, Object id) throws SQLException {
        update.setObject(1, row.createdAt().atOffset(ZoneOffset.UTC));
        update.setObject(2, row.updatedAt().atOffset(ZoneOffset.UTC));
        update.setString(3, row.document());
        update.setObject(4, id);
        update.addBatch();
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
