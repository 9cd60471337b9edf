package org.startupatlas.query;

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

/** Reads records by id, slug or in blocks, as the JSON they were stored with; one statement each. */
@Singleton
public final class RecordReader {

    /** A statement that takes longer is given up. */
    public static final int LONGEST_SECONDS = Databases.LONGEST_SECONDS;

    /** How many slugs are looked through for the one that was meant; it must not cost more than the answer is worth. */
    private static final int SIMILAR_SLUGS = 200;

    /** A block of records is read in a few milliseconds, and is a few megabytes. */
    private static final int BLOCK = 1_000;

    private final DataSource database;

    /** Reads from this database, within the current transaction if there is one. */
    public RecordReader(DataSource database) {
        this.database = database;
    }

    /** Returns the revision that the connection shows. */
    static long revision(Connection connection) throws SQLException {
        return Databases.number(connection, new Sql().append("SELECT revision FROM log_head"));
    }

    /** The record of that id or slug. */
    public Optional<Row> find(Declaration declaration, String idOrSlug) {
        if (idOrSlug.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL cannot even be asked for it
        }
        Sql sql = new Sql().append(select(declaration) + " WHERE ");
        if (declaration.hasWordsAsIds() || !ValueTypes.isUuid(idOrSlug)) {
            sql.append("slug = ").bind(idOrSlug);
        } else {
            sql.append("id = ").bind(UUID.fromString(idOrSlug));
        }
        return Databases.read(database, connection -> rows(connection, declaration, sql).stream()
                .findFirst());
    }

    /** Keeps others from changing a record until the current transaction ends. */
    public void lock(Declaration declaration, Object id) {
        Sql sql = new Sql()
                .append("SELECT id FROM " + declaration.table() + " WHERE id = ")
                .bind(id)
                .append(" FOR UPDATE");
        Databases.read(database, connection -> {
            Databases.query(connection, sql, row -> {
                // that it is locked is all
            });
            return null;
        });
    }

    /** The slug of the record of that id. */
    public Optional<String> slug(Declaration declaration, Object id) {
        Sql sql = new Sql()
                .append("SELECT slug FROM " + declaration.table() + " WHERE id = ")
                .bind(id);
        return Databases.read(
                database, connection -> slugs(connection, sql).stream().findFirst());
    }

    private static List<String> slugs(Connection connection, Sql sql) throws SQLException {
        List<String> slugs = new ArrayList<>();
        Databases.query(connection, sql, row -> slugs.add(row.getString(1)));
        return slugs;
    }

    /** The records of a small resource, all of them, in the order of their ids. */
    public List<Row> all(Declaration declaration) {
        Sql sql = new Sql().append(select(declaration) + " ORDER BY id");
        return Databases.read(database, connection -> rows(connection, declaration, sql));
    }

    /**
     * A block of a resource's records, in the order of their ids; an empty one at the end. Each block is read by itself,
     * so that however many there are, nobody waits and little is held.
     *
     * @param behind the id of the last record of the block before, or null for the first
     */
    public List<Row> block(Declaration declaration, Object behind) {
        Sql sql = new Sql().append(select(declaration));
        if (behind != null) {
            sql.append(" WHERE id > ").bind(behind);
        }
        sql.append(" ORDER BY id LIMIT " + BLOCK);
        return Databases.read(database, connection -> rows(connection, declaration, sql));
    }

    /** The records of these ids that there are, in no order. */
    public List<Row> find(Declaration declaration, List<Object> ids) {
        return Databases.read(database, connection -> find(connection, declaration, ids));
    }

    static List<Row> find(Connection connection, Declaration declaration, List<Object> ids) throws SQLException {
        Sql sql = new Sql().append(select(declaration) + " r WHERE ");
        new ConditionSql(sql).write("r", new Condition.Among(ids, declaration.hasWordsAsIds()));
        return rows(connection, declaration, sql);
    }

    /** The records of these ids that there are, in the order of the ids. */
    static List<Row> findInOrder(Connection connection, Declaration declaration, List<Object> ids) throws SQLException {
        Map<Object, Row> rows = new HashMap<>();
        find(connection, declaration, ids).forEach(row -> rows.put(row.id(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The slugs that begin as this one does. */
    List<String> slugsLike(Declaration declaration, String slug) {
        String askable = slug.replace("\0", "");
        String prefix = askable.substring(0, Math.min(2, askable.length()));
        Sql sql = new Sql()
                .append("SELECT slug FROM " + declaration.table() + " WHERE slug >= ")
                .bind(prefix)
                .append(" AND slug < ")
                .bind(prefix + Character.MAX_VALUE)
                .append(" ORDER BY slug LIMIT " + SIMILAR_SLUGS);
        return Databases.read(database, connection -> slugs(connection, sql));
    }

    static Object id(ResultSet row, int column, Declaration declaration) throws SQLException {
        return declaration.hasWordsAsIds() ? row.getString(column) : row.getObject(column, UUID.class);
    }

    static String select(Declaration declaration) {
        return "SELECT id, version, document FROM " + declaration.table();
    }

    static List<Row> rows(Connection connection, Declaration declaration, Sql sql) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Databases.query(
                connection, sql, row -> rows.add(new Row(id(row, 1, declaration), row.getInt(2), row.getBytes(3))));
        return rows;
    }
}
