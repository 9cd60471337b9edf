package org.startupatlas.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * One key of an order. Records without a value come last, both ways.
 *
 * @param path the field
 * @param descending greatest first
 */
record Sort(Path path, boolean descending) {

    /** As requests write it. */
    String text() {
        return (descending ? "-" : "") + path.name();
    }

    /** The column that sorts. */
    String column() {
        return path.field().type().mainColumn(path.column());
    }

    boolean canBeMissing() {
        return !path.field().isAlways();
    }

    /** The value of the column in the current row; null where the record has none. */
    Object value(ResultSet row, int column) throws SQLException {
        Class<?> type = valueClass();
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

    /** Whether the column can have this value. */
    boolean canHave(Object value) {
        return value == null ? canBeMissing() : valueClass().isInstance(value);
    }

    /** As bound to the column, of its own type, or an index on it would be of no use. */
    private Class<?> valueClass() {
        return path.field().type().sortedAs();
    }
}
