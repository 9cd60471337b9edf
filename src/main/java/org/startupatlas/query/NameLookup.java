package org.startupatlas.query;

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

/** Tells which records have one of many names, however it is written, in one statement however many there are. */
@Singleton
public final class NameLookup {

    /**
     * A record that has such a name.
     *
     * @param keys by which the name is found
     * @param externalIds what other registers call it, by register; only those that do
     */
    public record Named(Object id, String slug, NameKeys keys, Map<String, String> externalIds) {

        public Named {
            externalIds = Map.copyOf(externalIds);
        }
    }

    private final DataSource database;

    /** Looks in this database, within the current transaction if there is one. */
    public NameLookup(DataSource database) {
        this.database = database;
    }

    /** The records whose names are the same as one of these. */
    public List<Named> same(Declaration declaration, Collection<NameKeys> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        // Only the rough keys have an index; names that are the same are so roughly too.
        List<byte[]> same = keys.stream().map(NameKeys::matchBytes).toList();
        Sql sql = select(declaration)
                .append(ColumnLookup.among("rough_key", rough(keys)))
                .append(" AND ")
                .append(ColumnLookup.among("match_key", same));
        return read(declaration, sql);
    }

    /** The records whose names may be one of these, mistyped; at most so many. */
    public List<Named> alike(Declaration declaration, Collection<NameKeys> keys, int most) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Sql sql = select(declaration)
                .append(ColumnLookup.among("rough_key", rough(keys)))
                .append(" LIMIT " + most);
        return read(declaration, sql);
    }

    private static List<byte[]> rough(Collection<NameKeys> keys) {
        return keys.stream().map(NameKeys::roughBytes).toList();
    }

    private static Sql select(Declaration declaration) {
        StringBuilder columns = new StringBuilder("id, slug, match_key, rough_key");
        declaration.registers().forEach(register -> columns.append(", ").append(declaration.registerColumn(register)));
        return new Sql().append("SELECT " + columns + " FROM " + declaration.table() + " WHERE ");
    }

    private List<Named> read(Declaration declaration, Sql sql) {
        List<Named> found = new ArrayList<>();
        return Databases.read(database, connection -> {
            Databases.query(connection, sql, row -> found.add(named(declaration, row)));
            return found;
        });
    }

    private static Named named(Declaration declaration, ResultSet row) throws SQLException {
        Map<String, String> externalIds = new HashMap<>();
        for (Field register : declaration.registers()) {
            String id = row.getString(declaration.registerColumn(register));
            if (id != null) {
                externalIds.put(register.name(), id);
            }
        }
        NameKeys keys = new NameKeys(text(row.getBytes(3)), text(row.getBytes(4)));
        return new Named(RecordReader.id(row, 1, declaration), row.getString(2), keys, externalIds);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
