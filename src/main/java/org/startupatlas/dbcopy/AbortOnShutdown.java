package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Aborts a connection, and so its transaction, when the process receives a signal to stop. Otherwise the process would
 * stop only after the copy, because Quarkus waits for the end of the startup before it stops.
 */
final class AbortOnShutdown {

    private final Connection connection;
    private final Thread hook = new Thread(this::abort, "abort-move");

    AbortOnShutdown(PGConnection connection) {
        this.connection = (Connection) connection;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            System.err.println("move: The connection was gone already: " + gone.getMessage());
        }
    }

    /** Removes the shutdown hook after the copy. */
    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The process is stopping, and the hook has aborted the connection.
            return;
        }
    }
}
