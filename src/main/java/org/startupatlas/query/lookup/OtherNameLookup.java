package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Finds the records that have one of many names among their other names, in one statement. */
@Singleton
public final class OtherNameLookup {

    private final DataSource database;

    OtherNameLookup(DataSource database) {
        this.database = database;
    }

    /**
     * A record with another name that was looked for.
     *
     * @param folded the folded form of that name
     */
    public record Match(Object id, String slug, String folded) {}

    /** Returns the records with one of these names among their other names, up to a limit. */
    public List<Match> find(ResourceSchema schema, Collection<String> names, int limit) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<byte[]> keys = names.stream().map(Folding::key).toList();
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT r.id, r.slug, o.name_key FROM " + schema.table() + "_other_names o JOIN "
                        + schema.table() + " r ON r.id = o.owner WHERE ")
                .append(BulkColumnLookup.among("o.name_key", keys))
                .append(" ORDER BY r.slug LIMIT " + limit);
        List<Match> matches = new ArrayList<>();
        return Jdbc.read(database, connection -> {
            Jdbc.query(
                    connection,
                    sql,
                    row -> matches.add(new Match(
                            RecordLookup.id(row, 1, schema),
                            row.getString(2),
                            new String(row.getBytes(3), StandardCharsets.UTF_8))));
            return matches;
        });
    }
}
