package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The suite runs on the database that it says it runs on. */
@QuarkusTest
class TestDatabaseTest {
    @Inject
    DataSource database;

    @Test
    void theApplicationIsOnTheDatabaseThatTheBuildNames() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertEquals(
                    TestDatabase.isPostgresql() ? "PostgreSQL" : "H2",
                    connection.getMetaData().getDatabaseProductName());
        }
    }

    @Test
    void postgresqlSortsTextOtherwiseThanByItsBytes() throws SQLException {
        assumeTrue(TestDatabase.isPostgresql(), "H2 has no order of its own that could differ");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 'é' < 'f' AND 'a' < 'B'")) {
            assertTrue(row.next() && row.getBoolean(1));
        }
    }
}
