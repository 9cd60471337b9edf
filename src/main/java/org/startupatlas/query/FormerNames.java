package org.startupatlas.query;

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
        String id = declaration.hasWordsAsIds() ? "r.id" : "CAST(r.id AS varchar(64))";
        Sql sql = new Sql()
                .append("SELECT f.record_id, f.revision, r.slug FROM former_name f LEFT JOIN " + declaration.table()
                        + " r ON " + id + " = f.record_id WHERE f.resource = ")
                .bind(declaration.resource())
                .append(" AND f.name = ")
                .bind(stored);
        return Databases.read(database, connection -> {
            List<Former> found = new ArrayList<>();
            Databases.query(connection, sql, row -> {
                String slug = row.getString(3) == null ? row.getString(1) : row.getString(3);
                found.add(new Former(Optional.ofNullable(slug), row.getLong(2)));
            });
            return found.stream().findFirst();
        });
    }
}
