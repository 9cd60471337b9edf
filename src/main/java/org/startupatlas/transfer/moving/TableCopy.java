package org.startupatlas.transfer.moving;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Copies the rows of one table, a few at a time. */
final class TableCopy {

    /** So many take some seconds, after which one likes to hear that it goes on. */
    private static final int BETWEEN_LINES = 100_000;

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
        // An encoder, not the charset: what is no Unicode is to fail, not to become a question mark.
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + table.quotedColumns() + " FROM " + table.quoted());
                Writer out =
                        new BufferedWriter(new OutputStreamWriter(copyIn(), StandardCharsets.UTF_8.newEncoder()))) {
            CopyText text = new CopyText(out);
            for (long rows = 1; row.next(); rows++) {
                text.write(row);
                if (rows % BETWEEN_LINES == 0) {
                    tell.accept("%,12d %s so far".formatted(rows, table.name()));
                }
            }
        }
    }

    private PGCopyOutputStream copyIn() throws SQLException {
        return new PGCopyOutputStream(
                target.unwrap(PGConnection.class),
                "COPY " + table.quoted() + " (" + table.quotedColumns() + ") FROM STDIN");
    }

    private long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
            row.next();
            return row.getLong(1);
        }
    }
}
