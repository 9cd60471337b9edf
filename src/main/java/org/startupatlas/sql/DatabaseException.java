package org.startupatlas.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/** Thrown if a connection or a statement of the database fails. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> H2_CLOSED_STATES = Set.of("90067", "90098", "90121");

    private final boolean unavailable;

    private DatabaseException(SQLException cause, boolean unavailable) {
        super(cause);
        this.unavailable = unavailable;
    }

    /** Returns an exception for a connection that could not be opened. */
    static DatabaseException unreachable(SQLException cause) {
        return new DatabaseException(cause, true);
    }

    /** Returns an exception for a failed statement, unavailable if its SQLSTATE says so. */
    static DatabaseException of(SQLException cause) {
        return new DatabaseException(cause, isUnavailable(cause));
    }

    /**
     * Returns whether an unavailable database is among the causes or the suppressed exceptions of a failure, at any
     * depth: the same request may succeed later.
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean suppressed = Arrays.stream(cause.getSuppressed()).anyMatch(DatabaseException::isCauseOf);
            if (suppressed
                    || cause instanceof DatabaseException failed && failed.unavailable
                    || cause instanceof SQLException sql && isUnavailable(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Classifies the failure by its SQLSTATE (SQL:2016, part 2, table 38). */
    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        // 08: connection exception; 53: PostgreSQL is out of resources; 57: PostgreSQL shuts down, or the statement
        // exceeded its timeout; 90067, 90098, 90121: the connection or the database of H2 is closed.
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || H2_CLOSED_STATES.contains(state)
                || isPoolTimeout(failure);
    }

    /** Returns whether the pool timed out, which it reports without a SQLSTATE. */
    private static boolean isPoolTimeout(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).startsWith("Acquisition timeout");
    }
}
