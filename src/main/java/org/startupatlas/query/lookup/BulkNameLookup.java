package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Finds the records that have one of many names, regardless of spelling, in one statement. */
@Singleton
public final class BulkNameLookup {

    /**
     * A record found by its name.
     *
     * @param keys the keys by which the name is found
     * @param externalIds the record's ids in external registries, by registry; only those that it has
     */
    public record NameMatch(Object id, String slug, NameKeys keys, Map<String, String> externalIds) {

        public NameMatch {
            externalIds = Map.copyOf(externalIds);
        }
    }

    private final DataSource database;

    public BulkNameLookup(DataSource database) {
        this.database = database;
    }

    /** Returns the records with the same name as one of these. */
    public List<NameMatch> exact(ResourceSchema schema, Collection<NameKeys> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        // Only the rough key has an index; names with the same match key also have the same rough key.
        List<byte[]> matchKeys = keys.stream().map(NameKeys::matchBytes).toList();
        SqlBuilder sql = select(schema)
                .append(BulkColumnLookup.among("rough_key", roughKeys(keys)))
                .append(" AND ")
                .append(BulkColumnLookup.among("match_key", matchKeys));
        return read(schema, sql);
    }

    /** Returns records whose name may be a misspelling of one of these, up to a limit. */
    public List<NameMatch> similar(ResourceSchema schema, Collection<NameKeys> keys, int limit) {
        if (keys.isEmpty()) {
            return List.of();
        }
        SqlBuilder sql = select(schema)
                .append(BulkColumnLookup.among("rough_key", roughKeys(keys)))
                .append(" LIMIT " + limit);
        return read(schema, sql);
    }

    private static List<byte[]> roughKeys(Collection<NameKeys> keys) {
        return keys.stream().map(NameKeys::roughBytes).toList();
    }

    private static SqlBuilder select(ResourceSchema schema) {
        StringBuilder columns = new StringBuilder("id, slug, match_key, rough_key");
        schema.externalIdFields()
                .forEach(externalId -> columns.append(", ").append(schema.externalIdColumn(externalId)));
        return new SqlBuilder().append("SELECT " + columns + " FROM " + schema.table() + " WHERE ");
    }

    private List<NameMatch> read(ResourceSchema schema, SqlBuilder sql) {
        List<NameMatch> found = new ArrayList<>();
        return Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> found.add(match(schema, row)));
            return found;
        });
    }

    private static NameMatch match(ResourceSchema schema, ResultSet row) throws SQLException {
        Map<String, String> externalIds = new HashMap<>();
        for (Field externalId : schema.externalIdFields()) {
            String id = row.getString(schema.externalIdColumn(externalId));
            if (id != null) {
                externalIds.put(externalId.name(), id);
            }
        }
        NameKeys keys = new NameKeys(text(row.getBytes(3)), text(row.getBytes(4)));
        return new NameMatch(RecordLookup.id(row, 1, schema), row.getString(2), keys, externalIds);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
