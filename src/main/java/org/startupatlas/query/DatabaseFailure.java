package org.startupatlas.query;

import java.sql.SQLException;

/** The database did not answer. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
