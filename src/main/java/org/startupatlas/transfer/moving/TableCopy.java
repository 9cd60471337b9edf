package org.startupatlas.transfer.moving;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies the rows of one table, a few at a time. */
final class TableCopy {

    /** So many take some seconds, after which one likes to hear that it goes on. */
    private static final int BETWEEN_LINES = 100_000;

    /** Characters that are sent at a time; more make it no faster. */
    private static final int LARGE_ENOUGH = 1 << 16;

    private final Connection source;
    private final Connection target;
    private final Table table;

    TableCopy(Connection source, Connection target, Table table) {
        this.source = source;
        this.target = target;
        this.table = table;
    }

    /**
     * Copies them into a table that is empty, and counts them on both sides.
     *
     * @return how many there are
     */
    long run(Consumer<String> tell) throws SQLException, IOException {
        copy(tell);
        long there = count(source);
        long here = count(target);
        if (here != there) {
            throw new SQLException(
                    "the table " + table.name() + " has " + there + " rows in the file, and " + here + " were copied");
        }
        if (here > 0) {
            tell.accept("%,12d %s".formatted(here, table.name()));
        }
        return here;
    }

    private void copy(Consumer<String> tell) throws SQLException, IOException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + table.quotedColumns() + " FROM " + table.quoted())) {
            CopyIn copy = target.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table.quoted() + " (" + table.quotedColumns() + ") FROM STDIN");
            try {
                send(row, copy, tell);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }
    }

    private void send(ResultSet row, CopyIn copy, Consumer<String> tell) throws SQLException, IOException {
        CopyText text = new CopyText();
        for (long rows = 1; row.next(); rows++) {
            text.append(row);
            if (text.length() >= LARGE_ENOUGH) {
                send(text, copy);
            }
            if (rows % BETWEEN_LINES == 0) {
                tell.accept("%,12d %s so far".formatted(rows, table.name()));
            }
        }
        send(text, copy);
    }

    private static void send(CopyText text, CopyIn copy) throws SQLException, IOException {
        byte[] bytes = text.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
            row.next();
            return row.getLong(1);
        }
    }
}
