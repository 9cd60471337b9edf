package org.startupatlas.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.H2Only;

/** Tests that space of overwritten rows is reused. */
@H2Only
class H2FileCompactorTest {
    private static final int ROWS = 100;
    private static final int WRITES = 4_000;
    private static final String TEXT = "x".repeat(10_000);

    /** Without compaction the file has 98 MiB; all rows together have one. */
    private static final long MAX_BYTES = 48L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void fileStaysSmallAndSurvivesACrash() throws SQLException, IOException {
        JdbcDataSource database = open("written");
        H2FileCompactor file = new H2FileCompactor(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (id INT PRIMARY KEY, number INT, text VARCHAR)");
            statement.execute(
                    "INSERT INTO written SELECT x, 0, '" + TEXT + "' FROM SYSTEM_RANGE(0, " + (ROWS - 1) + ")");
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE written SET number = ?, text = CAST(? AS VARCHAR) || text WHERE id = ?")) {
                for (int write = 1; write <= WRITES; write++) {
                    update.setInt(1, write);
                    update.setString(2, write % 2 == 0 ? "a" : "b");
                    update.setInt(3, write % ROWS);
                    update.executeUpdate();
                    file.compactIfGrown();
                }
            }
            // A copy is like the file after a crash.
            Files.copy(folder.resolve("written.mv.db"), folder.resolve("left.mv.db"));
        }
        long bytes = Files.size(folder.resolve("left.mv.db"));
        assertTrue(bytes < MAX_BYTES, bytes + " bytes");
        try (Connection connection = open("left").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*), max(number),"
                        + " sum(number), min(length(text)), max(length(text)) FROM written")) {
            rows.next();
            assertEquals(ROWS, rows.getInt(1));
            assertEquals(WRITES, rows.getInt(2));
            assertEquals((WRITES - ROWS + 1 + WRITES) * ROWS / 2, rows.getInt(3));
            assertEquals(TEXT.length() + WRITES / ROWS, rows.getInt(4));
            assertEquals(TEXT.length() + WRITES / ROWS, rows.getInt(5));
        }
    }

    /** Opens a database with the settings of the application. */
    private JdbcDataSource open(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0");
        return database;
    }
}
