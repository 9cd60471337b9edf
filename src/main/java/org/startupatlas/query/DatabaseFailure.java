package org.startupatlas.query;

import java.sql.SQLException;
import java.util.Set;

/** The database did not answer as it should. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> CLOSED_H2 = Set.of("90067", "90098", "90121");

    private final boolean unavailable;

    private DatabaseFailure(SQLException cause, boolean unavailable) {
        super(cause);
        this.unavailable = unavailable;
    }

    /** No connection could be had. */
    static DatabaseFailure unreachable(SQLException cause) {
        return new DatabaseFailure(cause, true);
    }

    /** A statement failed; by its SQLSTATE (SQL:2016, part 2, table 38) because the database went away or not. */
    static DatabaseFailure of(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        // 08: connection exception; 53: PostgreSQL is out of resources; 57: it shuts down, or the statement took too
        // long; 90067, 90098, 90121: H2's connection or database is closed.
        return new DatabaseFailure(
                cause,
                state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || CLOSED_H2.contains(state));
    }

    /** Whether the same request can succeed later. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
