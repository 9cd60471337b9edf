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
    private final RecordReader records;

    /** Looks in this database, where the reader finds the records that names lead to. */
    public FormerNames(DataSource database, RecordReader records) {
        this.database = database;
        this.records = records;
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
                    return found.stream().findFirst();
                })
                .map(former -> new Former(former.slug().map(id -> slug(declaration, id)), former.revision()));
    }

    private String slug(Declaration declaration, String id) {
        return records.slug(declaration, declaration.hasWordsAsIds() ? id : UUID.fromString(id))
                .orElse(id);
    }
}
