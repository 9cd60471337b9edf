package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Finds the records that have one of many values in a column, in one statement. */
@Singleton
public final class BulkColumnLookup {

    /**
     * A record that has one of the values.
     *
     * @param name the record's match key, by which equal names are found; null if it has no name
     */
    public record Match(Object id, String slug, Object value, String name) {}

    private final DataSource database;

    public BulkColumnLookup(DataSource database) {
        this.database = database;
    }

    /**
     * Returns the records that have one of the values.
     *
     * @param column a column of the resource's table that holds texts, folded keys or UUIDs
     * @param values strings, byte arrays or UUIDs, all of the same type
     * @param limit the maximum number of records
     */
    public List<Match> find(ResourceSchema schema, String column, Collection<?> values, int limit) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT id, slug, match_key, " + column + " FROM " + schema.table() + " WHERE ")
                .append(among(column, values))
                .append(" LIMIT " + limit);
        return Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> {
                byte[] name = row.getBytes(3);
                matches.add(new Match(
                        RecordLookup.id(row, 1, schema),
                        row.getString(2),
                        row.getObject(4),
                        name == null ? null : new String(name, StandardCharsets.UTF_8)));
            });
            return matches;
        });
    }

    /** Returns the condition that a column has one of the values, of which there must be at least one. */
    static SqlBuilder among(String column, Collection<?> values) {
        Object first = values.iterator().next();
        boolean areKeys = first instanceof byte[];
        Object array = areKeys
                ? values.toArray(byte[][]::new)
                : values.stream().map(Object::toString).toArray(String[]::new);
        String type = areKeys ? "BYTEA" : first instanceof String ? "VARCHAR" : "UUID";
        return new SqlBuilder().append(column + " = ANY(CAST(").bind(array).append(" AS " + type + " ARRAY))");
    }
}
