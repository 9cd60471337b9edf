package org.startupatlas.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A statement under construction: its text and the values bound to it, in order. */
public final class SqlBuilder {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Object> binds = new ArrayList<>();
    private int aliases;

    /** Appends a piece of the statement as it is, which must not come from a client. */
    public SqlBuilder append(String fragment) {
        text.append(fragment);
        return this;
    }

    /** Appends a statement as a part of this one. */
    public SqlBuilder append(SqlBuilder part) {
        text.append(part.text);
        binds.addAll(part.binds);
        return this;
    }

    /** Appends a value. */
    public SqlBuilder bind(Object value) {
        text.append('?');
        binds.add(value);
        return this;
    }

    /** Appends {@code (?, ?, …)}. */
    public SqlBuilder bindList(List<?> values) {
        text.append('(');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            bind(values.get(i));
        }
        text.append(')');
        return this;
    }

    /** A table alias not used in this statement before. */
    public String newAlias() {
        return "t" + ++aliases;
    }

    String text() {
        return text.toString();
    }

    void setParameters(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            Object value = binds.get(i);
            // java.time.Instant is no JDBC type of PostgreSQL's driver.
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
