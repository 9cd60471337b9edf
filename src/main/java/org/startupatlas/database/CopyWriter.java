package org.startupatlas.database;

import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a PostgreSQL table by COPY, at half the cost of INSERT, because a value is a piece of text and not a
 * parameter. The rows are in the table after {@link #end}; closing the writer before that writes nothing.
 */
public final class CopyWriter implements AutoCloseable {

    /** The number of characters sent at a time; a larger buffer is not faster. */
    private static final int BUFFER_LENGTH = 1 << 16;

    private final CopyIn copy;
    private final CopyTextEncoder text = new CopyTextEncoder();

    /**
     * Starts the COPY.
     *
     * @param connection a connection to PostgreSQL
     * @param table the table name as written in SQL
     * @param columns the column names as written in SQL, separated by commas
     */
    public CopyWriter(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN");
    }

    /** Appends the value of the next column: null, bytes, an array, or a value whose text PostgreSQL can parse. */
    public void append(Object value) {
        text.append(value);
    }

    /**
     * Ends the row.
     *
     * @throws CharacterCodingException if a text is not valid Unicode
     */
    public void endRow() throws SQLException, CharacterCodingException {
        text.endRow();
        if (text.length() >= BUFFER_LENGTH) {
            send();
        }
    }

    /** Completes the COPY. */
    public void end() throws SQLException, CharacterCodingException {
        send();
        copy.endCopy();
    }

    private void send() throws SQLException, CharacterCodingException {
        byte[] bytes = text.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
