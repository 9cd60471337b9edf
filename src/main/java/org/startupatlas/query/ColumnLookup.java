package org.startupatlas.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Tells which records have one of many values in a column, in one statement however many there are. */
public final class ColumnLookup {

    /** A record that has a value. */
    public record Match(Object id, String slug, Object value) {}

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
        List<Match> matches = new ArrayList<>();
        if (values.isEmpty()) {
            return matches;
        }
        Object first = values.iterator().next();
        boolean areKeys = first instanceof byte[];
        Object array = areKeys
                ? values.toArray(byte[][]::new)
                : values.stream().map(Object::toString).toArray(String[]::new);
        String type = areKeys ? "BYTEA" : first instanceof String ? "VARCHAR" : "UUID";
        Sql sql = new Sql()
                .append("SELECT id, slug, " + column + " FROM " + declaration.table() + " WHERE " + column
                        + " = ANY(CAST(")
                .bind(array)
                .append(" AS " + type + " ARRAY)) LIMIT " + most);
        return Databases.read(database, connection -> {
            Databases.query(
                    connection,
                    sql,
                    row -> matches.add(new Match(
                            RecordReader.id(row, 1, declaration),
                            row.getString(2),
                            areKeys ? row.getBytes(3) : row.getObject(3))));
            return matches;
        });
    }
}
