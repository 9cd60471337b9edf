package org.startupatlas.auth;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Reads issued keys from the database. */
@Singleton
class ApiKeyReader {

    private static final String SELECT =
            "SELECT id, name, role, partner, hash, created_at, created_by, rotated_at," + " revoked_at FROM api_key";

    private final DataSource database;

    ApiKeyReader(DataSource database) {
        this.database = database;
    }

    /** Returns the key with the given public id. */
    Optional<StoredKey> find(String id) {
        return read(new SqlBuilder().append(SELECT + " WHERE id = ").bind(id)).stream()
                .findFirst();
    }

    /** Returns all keys in the order in which they were issued. */
    List<StoredKey> findAll() {
        return read(new SqlBuilder().append(SELECT + " ORDER BY created_at, id"));
    }

    private List<StoredKey> read(SqlBuilder sql) {
        return Jdbc.read(database, connection -> {
            List<StoredKey> keys = new ArrayList<>();
            Jdbc.query(connection, sql, row -> keys.add(key(row)));
            return keys;
        });
    }

    private static StoredKey key(ResultSet row) throws SQLException {
        return new StoredKey(
                new IssuedKey(
                        row.getString("id"),
                        row.getString("name"),
                        Role.ofCode(row.getString("role")).orElseThrow(),
                        row.getObject("partner", UUID.class),
                        time(row, "created_at"),
                        row.getString("created_by"),
                        time(row, "rotated_at"),
                        time(row, "revoked_at")),
                row.getBytes("hash"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
