package org.startupatlas.dbcopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a file is copied completely or not at all, and that refusals have a message. */
@EnabledIfSystemProperty(named = "db", matches = "postgresql", disabledReason = "a move needs a PostgreSQL")
class MoveTest {
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    /** SQLSTATE of PostgreSQL. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final MovedDatabase database = MovedDatabase.empty();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void unpack() {
        file = ReleasedFile.unpack(OnReleasedDatabase.VERSION, folder);
        ReleasedFile.migrate(file);
    }

    @Test
    void copiesAllRowsAndKeepsFile() throws IOException, SQLException {
        byte[] before = Files.readAllBytes(file);
        List<String> lines = database.take(file);
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("before"), before)));
        long revision = ReleasedFile.written(OnReleasedDatabase.VERSION).revision();
        assertEquals(revision, queryNumber("SELECT revision FROM log_head"));
        assertEquals(revision, queryNumber("SELECT count(*) FROM change"));
        assertEquals(1, queryNumber("SELECT count(*) FROM api_key"));
        assertEquals(1, queryNumber("SELECT count(*) FROM idempotent_write"));
        assertTrue(lines.get(lines.size() - 1).contains("revision " + revision + " of "), lines.toString());
    }

    @Test
    void acceptsFolderOfFile() throws SQLException {
        database.take(folder);
        assertTrue(queryNumber("SELECT count(*) FROM startup") > 0);
    }

    @Test
    void databaseWithRecordsIsUnchanged() throws SQLException {
        database.take(file);
        long rows = queryNumber("SELECT count(*) FROM change");
        execute("UPDATE log_head SET revision = revision + 1"); // like a node that writes
        String refusal = refusal(file);
        assertTrue(refusal.contains("not empty: it is at revision " + (rows + 1)), refusal);
        assertTrue(refusal.contains("249 countries"), refusal);
        assertEquals(rows, queryNumber("SELECT count(*) FROM change"));
    }

    @Test
    void repeatedCopyIsRefused() throws SQLException {
        database.take(file);
        long rows = queryNumber("SELECT count(*) FROM change");
        String refusal = refusal(file);
        assertTrue(refusal.contains("revision " + rows + " of "), refusal);
        assertTrue(refusal.contains("was moved already"), refusal);
        assertEquals(rows, queryNumber("SELECT count(*) FROM change"));
    }

    @Test
    void killedCopyLeavesNothingAndCanBeRepeated() throws Exception {
        database.flyway().migrate();
        execute("CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN new; END'");
        execute("CREATE TRIGGER held BEFORE INSERT ON startup FOR EACH ROW EXECUTE FUNCTION hold()");
        try (Connection holder = database.connect();
                Statement lock = holder.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(1)");
            Process move = database.process(file);
            try {
                await("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", 1);
            } finally {
                move.destroyForcibly().waitFor();
            }
            assertLogIsLocked();
        }
        execute("DROP TRIGGER held ON startup"); // waits for the end of the abandoned transaction
        assertEquals(0, queryNumber("SELECT revision FROM log_head"));
        assertEquals(0, queryNumber("SELECT (SELECT count(*) FROM partner) + (SELECT count(*) FROM change)"));
        database.take(file);
        assertEquals(
                ReleasedFile.written(OnReleasedDatabase.VERSION).revision(), queryNumber("SELECT count(*) FROM change"));
        assertTrue(queryNumber("SELECT count(*) FROM startup") > 0);
    }

    /** Asserts that the first query of a starting node waits for the end of the copy. */
    private void assertLogIsLocked() throws SQLException {
        try (Connection node = database.connect();
                Statement reading = node.createStatement()) {
            reading.execute("SET lock_timeout = '500ms'");
            SQLException waited =
                    assertThrows(SQLException.class, () -> reading.execute("SELECT revision FROM log_head"));
            assertEquals(LOCK_NOT_AVAILABLE, waited.getSQLState());
        }
    }

    private void await(String count, long expected) throws SQLException {
        Instant deadline = Instant.now().plus(MAX_WAIT);
        while (queryNumber(count) != expected) {
            assertTrue(Instant.now().isBefore(deadline), "the move does not come so far");
        }
    }

    @Test
    void foreignDatabaseIsUnchanged() throws SQLException {
        execute("CREATE TABLE invoice (id integer)");
        String refusal = refusal(file);
        assertTrue(refusal.contains("tables that are not Startup Atlas's: invoice"), refusal);
        assertEquals(1, queryNumber("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"));
    }

    @Test
    void missingOrInvalidFileIsRefused() throws IOException {
        assertTrue(refusal(folder.resolve("none.mv.db")).contains("There is no file"));
        assertTrue(refusal(Files.createDirectory(folder.resolve("empty"))).contains("ATLAS_DATA_DIR"));
        assertTrue(refusal(Files.writeString(folder.resolve("text.mv.db"), "no database"))
                .contains("cannot be read"));
        Path cut = Files.write(folder.resolve("cut.mv.db"), Arrays.copyOf(Files.readAllBytes(file), 9_000));
        assertTrue(refusal(cut).contains("no database of Startup Atlas"), refusal(cut));
    }

    @Test
    void fileInUseIsRefused() throws SQLException {
        try (Connection node = file("")) {
            assertFalse(node.isReadOnly());
            assertTrue(refusal(file).contains("is in use"));
        }
    }

    @Test
    void fileWithPasswordIsRefused() throws SQLException {
        change("ALTER USER \"\" SET PASSWORD 'secret'");
        assertTrue(refusal(file).contains("ATLAS_MOVE_PASSWORD"));
    }

    @Test
    void fileOfOtherReleaseIsRefused() throws SQLException {
        change("UPDATE \"flyway_schema_history\" SET \"script\" = 'V999__later.sql' WHERE \"version\" = '7'");
        assertTrue(refusal(file).contains("newer release: this one does not know [V999__later.sql]"));
        change("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '7'");
        String refusal = refusal(file);
        assertTrue(refusal.contains("older release: it lacks [V7__counted.sql]"), refusal);
    }

    @Test
    void failedCopyIsRolledBack() throws SQLException {
        change("UPDATE change SET document = char(0) WHERE revision = 300");
        IllegalStateException failed = assertThrows(IllegalStateException.class, () -> database.take(file));
        assertTrue(failed.getCause().getMessage().contains("0x00"), failed.getCause()::getMessage);
        assertEquals(0, queryNumber("SELECT revision FROM log_head"));
        assertEquals(0, queryNumber("SELECT count(*) FROM country"));
        change("UPDATE change SET document = null WHERE revision = 300");
        database.take(file);
        assertTrue(queryNumber("SELECT count(*) FROM country") > 0);
    }

    private String refusal(Path asked) {
        return assertThrows(CopyRefusedException.class, () -> database.take(asked))
                .getMessage();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = file("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection file(String password) throws SQLException {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("atlas")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE";
        return DriverManager.getConnection(url, "", password);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long queryNumber(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
