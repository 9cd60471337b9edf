package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.testing.H2Only;

/** Tests that an unavailable database is distinguished from a failed statement, also when the exception is wrapped. */
@H2Only
class DatabaseFailureTest {
    @ParameterizedTest
    @CsvSource({
        "57P01, FATAL: terminating connection due to administrator command, true",
        "08006, An I/O error occurred while sending to the backend, true",
        ", Acquisition timeout while waiting for new connection, true",
        "90121, Database is already closed, true",
        "23505, duplicate key value, false",
        ", Something else, false"
    })
    void wrappedFailureIsRecognised(String state, String message, boolean isUnavailable) {
        SQLException failure = new SQLException(message, state);
        assertEquals(
                isUnavailable, DatabaseException.isCauseOf(new IllegalStateException(new RuntimeException(failure))));
        IllegalStateException rollback = new IllegalStateException("Could not commit transaction");
        rollback.addSuppressed(new RuntimeException(failure));
        assertEquals(isUnavailable, DatabaseException.isCauseOf(rollback));
    }
}
