package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Where names lead that no record has any more. */
public final class FormerNames {

    /**
     * Where a name leads now.
     *
     * @param slug the slug, or else the id, of the record it leads to; empty when it leads to none
     * @param revision the revision that took the name out of use
     */
    public record Former(Optional<String> slug, long revision) {}

    private final DataSource database;

    /** Looks in this database. */
    public FormerNames(DataSource database) {
        this.database = database;
    }

    /** Where the name leads, if it is a former one. */
    public Optional<Former> find(Declaration declaration, String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL cannot even be asked for it
        }
        // An id is written in lower case, whoever asks in capitals.
        String stored = ValueTypes.isUuid(name) ? UUID.fromString(name).toString() : name;
        Sql sql = new Sql()
                .append("SELECT record_id, revision FROM former_name WHERE resource = ")
                .bind(declaration.resource())
                .append(" AND name = ")
                .bind(stored);
        return Databases.read(database, connection -> {
            List<Former> found = new ArrayList<>();
            Databases.query(connection, sql, row -> {
                Optional<String> id = Optional.ofNullable(row.getString(1));
                found.add(new Former(id, row.getLong(2)));
            });
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Former former = found.get(0);
            if (former.slug().isEmpty()) {
                return Optional.of(former);
            }
            Optional<String> slug = slug(connection, declaration, former.slug().get());
            return Optional.of(new Former(slug.or(former::slug), former.revision()));
        });
    }

    private static Optional<String> slug(Connection connection, Declaration declaration, String id)
            throws SQLException {
        Sql sql = new Sql()
                .append("SELECT slug FROM " + declaration.table() + " WHERE id = ")
                .bind(declaration.hasWordsAsIds() ? id : UUID.fromString(id));
        List<String> slugs = new ArrayList<>();
        Databases.query(connection, sql, row -> slugs.add(row.getString(1)));
        return slugs.stream().findFirst();
    }
}
