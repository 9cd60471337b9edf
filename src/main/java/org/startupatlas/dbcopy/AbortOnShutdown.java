package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Ends a connection, and with it its transaction, when the process is told to stop: otherwise the process would only
 * stop when all is done, because the application waits for the end of its start before it stops.
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

    /** From now on the process may stop as it likes. */
    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It is the hook that has ended the work.
            return;
        }
    }
}
