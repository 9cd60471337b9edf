package org.startupatlas.imports.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ListOf;

/** Tests that committed rows are in the H2 file at once, so that they survive the death of the process. */
@QuarkusTest
@DisabledIfSystemProperty(named = "db", matches = "postgresql", disabledReason = "PostgreSQL keeps its own files")
class DurabilityTest {
    @ConfigProperty(name = "atlas.data-dir")
    String dataFolder;

    @TempDir
    Path folder;

    @Test
    void fileOfRunningApplicationHasCommittedRows() throws IOException, SQLException {
        ListOf<JsonNode> startups = Atlas.page(JsonNode.class, "/v1/startups?limit=1&total=true");
        // A copy is like the file after the death of the process.
        Files.copy(Path.of(dataFolder, "atlas.mv.db"), folder.resolve("atlas.mv.db"));
        assertEquals(startups.page().total(), queryNumber("SELECT COUNT(*) FROM startup"));
        assertEquals(startups.meta().revision(), queryNumber("SELECT revision FROM log_head"));
        assertEquals(startups.meta().revision(), queryNumber("SELECT COUNT(*) FROM change"));
    }

    private long queryNumber(String sql) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("atlas")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
