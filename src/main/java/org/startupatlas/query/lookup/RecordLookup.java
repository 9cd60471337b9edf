package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Reads the stored JSON of records by id, by slug or in batches; one statement each. */
@Singleton
public final class RecordLookup {

    /** The timeout of a statement. */
    public static final int QUERY_TIMEOUT_SECONDS = Jdbc.QUERY_TIMEOUT_SECONDS;

    /** The number of slugs compared to find a suggestion; it must not cost more than the response is worth. */
    private static final int MAX_SIMILAR_SLUGS = 200;

    private static final String COLUMNS = "id, version, document";

    /** A batch of records is read in a few milliseconds and has a few megabytes. */
    private static final int BATCH_SIZE = 1_000;

    /** Selects the revision that a statement sees. */
    public static final String SELECT_REVISION = "SELECT revision FROM log_head";

    private final DataSource database;

    public RecordLookup(DataSource database) {
        this.database = database;
    }

    /** Returns the revision that the connection sees. */
    public static long revision(Connection connection) throws SQLException {
        return Jdbc.number(connection, new SqlBuilder().append(SELECT_REVISION));
    }

    public Optional<StoredRecord> find(ResourceSchema schema, String idOrSlug) {
        if (idOrSlug.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL does not accept NUL in a text
        }
        SqlBuilder sql = new SqlBuilder().append(select(schema) + " WHERE ");
        if (schema.hasCodeIds() || !ValueTypes.isUuid(idOrSlug)) {
            sql.append("slug = ").bind(idOrSlug);
        } else {
            sql.append("id = ").bind(UUID.fromString(idOrSlug));
        }
        return Jdbc.read(database, connection -> records(connection, schema, sql).stream()
                .findFirst());
    }

    /** Locks a record against changes by others until the current transaction ends. */
    public void lock(ResourceSchema schema, Object id) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT id FROM " + schema.table() + " WHERE id = ")
                .bind(id)
                .append(" FOR UPDATE");
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> {
                // only the lock matters
            });
            return null;
        });
    }

    public Optional<String> slug(ResourceSchema schema, Object id) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT slug FROM " + schema.table() + " WHERE id = ")
                .bind(id);
        return Jdbc.read(database, connection -> slugs(connection, sql).stream().findFirst());
    }

    private static List<String> slugs(Connection connection, SqlBuilder sql) throws SQLException {
        List<String> slugs = new ArrayList<>();
        Jdbc.query(connection, sql, row -> slugs.add(row.getString(1)));
        return slugs;
    }

    /** Returns all records of a small resource, in the order of their ids. */
    public List<StoredRecord> all(ResourceSchema schema) {
        SqlBuilder sql = new SqlBuilder().append(select(schema) + " ORDER BY id");
        return Jdbc.read(database, connection -> records(connection, schema, sql));
    }

    /**
     * Returns a batch of a resource's records, in the order of their ids; empty at the end. Each batch is read by its
     * own statement, so that large tables are read without long transactions or much memory.
     *
     * @param afterId the last id of the previous batch, or null for the first batch
     */
    public List<StoredRecord> batch(ResourceSchema schema, Object afterId) {
        SqlBuilder sql = new SqlBuilder().append(select(schema));
        if (afterId != null) {
            sql.append(" WHERE id > ").bind(afterId);
        }
        sql.append(" ORDER BY id LIMIT " + BATCH_SIZE);
        return Jdbc.read(database, connection -> records(connection, schema, sql));
    }

    /** Returns the existing records with these ids, in no order. */
    public List<StoredRecord> find(ResourceSchema schema, List<Object> ids) {
        return Jdbc.read(database, connection -> find(connection, schema, ids));
    }

    static List<StoredRecord> find(Connection connection, ResourceSchema schema, List<Object> ids) throws SQLException {
        Condition among = new Condition.IdIn(ids, schema.hasCodeIds());
        return records(connection, schema, ConditionSql.select(COLUMNS, schema, among));
    }

    /** Returns the existing records with these ids, in the order of the ids. */
    public static List<StoredRecord> findInOrder(Connection connection, ResourceSchema schema, List<Object> ids)
            throws SQLException {
        Map<Object, StoredRecord> records = new HashMap<>();
        find(connection, schema, ids).forEach(record -> records.put(record.id(), record));
        return ids.stream().map(records::get).filter(Objects::nonNull).toList();
    }

    /** Returns slugs that have the first two characters in common with this one. */
    List<String> similarSlugs(ResourceSchema schema, String slug) {
        String storable = slug.replace("\0", "");
        String prefix = storable.substring(0, Math.min(2, storable.length()));
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT slug FROM " + schema.table() + " WHERE slug >= ")
                .bind(prefix)
                .append(" AND slug < ")
                .bind(prefix + Character.MAX_VALUE)
                .append(" ORDER BY slug LIMIT " + MAX_SIMILAR_SLUGS);
        return Jdbc.read(database, connection -> slugs(connection, sql));
    }

    public static Object id(ResultSet row, int column, ResourceSchema schema) throws SQLException {
        return schema.hasCodeIds() ? row.getString(column) : row.getObject(column, UUID.class);
    }

    static String select(ResourceSchema schema) {
        return "SELECT " + COLUMNS + " FROM " + schema.table();
    }

    static List<StoredRecord> records(Connection connection, ResourceSchema schema, SqlBuilder sql)
            throws SQLException {
        List<StoredRecord> records = new ArrayList<>();
        Jdbc.query(
                connection,
                sql,
                row -> records.add(new StoredRecord(id(row, 1, schema), row.getInt(2), row.getBytes(3))));
        return records;
    }
}
