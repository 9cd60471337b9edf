package org.startupatlas.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/** The database did not answer as it should. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> CLOSED_H2 = Set.of("90067", "90098", "90121");

    private final boolean unavailable;

    private DatabaseException(SQLException cause, boolean unavailable) {
        super(cause);
        this.unavailable = unavailable;
    }

    /** No connection could be had. */
    static DatabaseException unreachable(SQLException cause) {
        return new DatabaseException(cause, true);
    }

    /** A statement failed, because the database went away or not. */
    static DatabaseException of(SQLException cause) {
        return new DatabaseException(cause, isUnavailable(cause));
    }

    /** Whether something failed because the database went away, however deep that is buried. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean suppressed = Arrays.stream(cause.getSuppressed()).anyMatch(DatabaseException::isBehind);
            if (suppressed || cause instanceof SQLException sql && isUnavailable(sql)) {
                return true;
            }
        }
        return false;
    }

    /** By the SQLSTATE (SQL:2016, part 2, table 38). */
    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        // 08: connection exception; 53: PostgreSQL is out of resources; 57: it shuts down, or the statement took too
        // long; 90067, 90098, 90121: H2's connection or database is closed.
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || CLOSED_H2.contains(state)
                || isOfThePool(failure);
    }

    /** The pool's own refusal of a connection, which has no SQLSTATE. */
    private static boolean isOfThePool(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).startsWith("Acquisition timeout");
    }

    /** Whether the same request can succeed later. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
