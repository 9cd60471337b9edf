package org.startupatlas.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.startupatlas.schema.FieldPath;

/** One key of a sort order. Records without a value come last in both directions. */
public record SortKey(FieldPath path, boolean descending) {

    /** Returns the key as the {@code sort} parameter writes it. */
    String text() {
        return (descending ? "-" : "") + path.name();
    }

    /** Returns the column to sort by. */
    public String column() {
        return path.field().type().mainColumn(path.column());
    }

    public boolean canBeMissing() {
        return !path.field().isNonNull();
    }

    /** Returns the value of the column in the current row; null if it is NULL. */
    public Object value(ResultSet row, int column) throws SQLException {
        Class<?> type = columnType();
        if (type == byte[].class) {
            return row.getBytes(column);
        }
        if (type == BigDecimal.class) {
            return row.getBigDecimal(column);
        }
        if (type == Instant.class) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        return row.getObject(column, type);
    }

    /** Returns whether the column can have the value. */
    boolean accepts(Object value) {
        return value == null ? canBeMissing() : columnType().isInstance(value);
    }

    /**
     * Returns the Java type of the column. Values must be bound with this type, or PostgreSQL would not use an index on
     * the column.
     */
    private Class<?> columnType() {
        return path.field().type().sortType();
    }
}
