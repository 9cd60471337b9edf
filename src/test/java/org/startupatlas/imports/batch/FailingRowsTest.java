package org.startupatlas.imports.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.imports.Imports;
import org.startupatlas.imports.JobAnswer;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.ReadingOptions;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestDatabase;

/** Tests that a row with an unexpected error is refused, and the others are written. */
@QuarkusTest
@TestProfile(ForWriting.class)
class FailingRowsTest {
    /** A valid headcount at which the database fails. */
    private static final int FAILING = 7_654_321;

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    DataSource database;

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {
            // every record is stored at once
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    @BeforeEach
    void addFailingColumn() throws SQLException {
        Logger.getLogger(RowFailures.class.getName()).addHandler(handler);
        TestDatabase.execute(
                database,
                "alter table startup add column failing integer generated always as (1 / (headcount - " + FAILING + "))"
                        + (TestDatabase.isPostgresql() ? " stored" : ""));
    }

    @AfterEach
    void removeFailingColumn() throws SQLException {
        Logger.getLogger(RowFailures.class.getName()).removeHandler(handler);
        TestDatabase.execute(database, "alter table startup drop column failing");
    }

    private static String file(String name, int rows, List<Integer> failing) {
        StringBuilder file = new StringBuilder("name,headcount\n");
        for (int i = 0; i < rows; i++) {
            file.append(name).append(i).append(',').append(failing.contains(i) ? FAILING : 5);
            file.append('\n');
        }
        return file.toString();
    }

    @Test
    void failingRowIsReportedAndOthersWritten() {
        JobAnswer job = Imports.csv("startups", file("Around Failing ", 60, List.of(0, 21, 22, 59)));
        assertEquals("done", job.state(), job::toString);
        assertEquals(new JobAnswer.Rows(60, 56, 0, 0, 4), job.rows());
        JsonNode report = Imports.report(job);
        assertEquals(4, report.at("/codes/row-failed").intValue());
        assertEquals(List.of("2", "23", "24", "61"), report.get("refused").findValuesAsText("line"));
        assertEquals(4, logged.size());
        for (JsonNode refused : report.get("refused")) {
            assertEquals("row-failed", refused.get("code").textValue());
            Matcher reference = UUID.matcher(refused.get("why").textValue());
            assertTrue(reference.find(), refused::toString);
            LogRecord line = logged.stream()
                    .filter(each -> each.getMessage().contains(reference.group()))
                    .findFirst()
                    .orElseThrow();
            assertNotNull(line.getThrown());
        }
        assertEquals(56, Atlas.total("/v1/startups?name__starts=Around%20Failing&limit=1"));
    }

    @Test
    void dryRunReportsFailingRow() {
        JobAnswer job = Imports.csv("startups?dry_run=true", file("Dry Failing ", 5, List.of(3)));
        assertEquals(new JobAnswer.Rows(5, 4, 0, 0, 1), job.rows());
        assertEquals("row-failed", Imports.report(job).at("/refused/0/code").textValue());
    }

    @Test
    void failingUpdateIsReported() {
        Imports.csv("startups", file("Changed Failing ", 3, List.of()));
        JobAnswer job = Imports.csv(
                "startups",
                "name,headcount\nChanged Failing 0,6\nChanged Failing 1," + FAILING + "\nChanged Failing 2,6\n");
        assertEquals(new JobAnswer.Rows(3, 0, 2, 0, 1), job.rows());
        assertEquals(
                5, Atlas.tree("/v1/startups/changed-failing-1").get("headcount").intValue());
    }

    @Test
    void stopEndsAtFailingRow() {
        JobAnswer job = Imports.csv("startups?on_error=stop", file("Stopping Failing ", 9, List.of(4)));
        assertEquals("stopped", job.state());
        assertEquals("row-refused", job.problem().code());
        assertEquals(6, job.problem().line());
        assertEquals(new JobAnswer.Rows(5, 4, 0, 0, 1), job.rows());
        Atlas.get(404, "/v1/startups/stopping-failing-5");
    }

    @Test
    void unreadableRowIsSkipped(@TempDir Path folder) throws IOException {
        for (String text : List.of("name,country\na,MA\nb,\n", "{\"country\":\"MA\"}\n{\"name\":\"b\"}\n")) {
            Path file = Files.writeString(folder.resolve("rows"), text);
            CellParser failing = new CellParser(null);
            try (RowSource rows = RowSource.open(file, StartupRecord.SCHEMA, ReadingOptions.NONE, failing)) {
                ImportRow unreadable = rows.next();
                assertEquals(1, unreadable.number());
                assertNotNull(unreadable.failure());
                ImportRow next = rows.next();
                assertEquals(2, next.number());
                assertTrue(next.problems().isEmpty());
                assertNull(next.failure());
            }
        }
    }
}
