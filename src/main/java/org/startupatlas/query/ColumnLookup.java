package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Tells which records have one of many values in a column, in one statement however many there are. */
@Singleton
public final class ColumnLookup {

    /**
     * A record that has a value.
     *
     * @param name by which names that are the same are found; null where it has none
     */
    public record Match(Object id, String slug, Object value, String name) {}

    private final DataSource database;

    /** Looks in this database, within the current transaction if there is one. */
    public ColumnLookup(DataSource database) {
        this.database = database;
    }

    /**
     * The records that have one of these values.
     *
     * @param column of the resource's table: one of words, of folded keys, or of UUIDs
     * @param values strings, byte arrays or UUIDs, all of one kind
     * @param most at most so many records
     */
    public List<Match> find(Declaration declaration, String column, Collection<?> values, int most) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        Sql sql = new Sql()
                .append("SELECT id, slug, match_key, " + column + " FROM " + declaration.table() + " WHERE ")
                .append(among(column, values))
                .append(" LIMIT " + most);
        return Databases.read(database, connection -> {
            Databases.query(connection, sql, row -> {
                byte[] name = row.getBytes(3);
                matches.add(new Match(
                        RecordReader.id(row, 1, declaration),
                        row.getString(2),
                        row.getObject(4),
                        name == null ? null : new String(name, StandardCharsets.UTF_8)));
            });
            return matches;
        });
    }

    /** That a column has one of these values, of which there is one at least. */
    static Sql among(String column, Collection<?> values) {
        Object first = values.iterator().next();
        boolean areKeys = first instanceof byte[];
        Object array = areKeys
                ? values.toArray(byte[][]::new)
                : values.stream().map(Object::toString).toArray(String[]::new);
        String type = areKeys ? "BYTEA" : first instanceof String ? "VARCHAR" : "UUID";
        return new Sql().append(column + " = ANY(CAST(").bind(array).append(" AS " + type + " ARRAY))");
    }
}
