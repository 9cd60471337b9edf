package org.startupatlas.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Builds an SQL statement: its text and its bound values, in order. */
public final class SqlBuilder {

    private final StringBuilder text = new StringBuilder(256);
    private final List<Object> binds = new ArrayList<>();
    private int aliases;

    /** Appends a fragment unchanged; it must not come from a client. */
    public SqlBuilder append(String fragment) {
        text.append(fragment);
        return this;
    }

    /** Appends another statement with its bound values. */
    public SqlBuilder append(SqlBuilder part) {
        text.append(part.text);
        binds.addAll(part.binds);
        return this;
    }

    /** Appends a placeholder and binds the value to it. */
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

    /** Returns a table alias that this statement has not used yet. */
    public String newAlias() {
        return "t" + ++aliases;
    }

    String text() {
        return text.toString();
    }

    void setParameters(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            Object value = binds.get(i);
            // PostgreSQL's driver does not accept java.time.Instant.
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
