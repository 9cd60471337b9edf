package org.startupatlas.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestDatabase;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests statistics with written records. */
@QuarkusTest
@TestProfile(ForWriting.class)
class StatsOfWrittenRecordsTest {
    private static final int MAX_ROWS = 10_000;

    /** Enough requests for some writes to happen between two statements of one. */
    private static final int ANSWERS = 100;

    @Inject
    DataSource database;

    @Test
    void figuresAreExact() {
        String startup = startup("Exactly");
        List<String> values = List.of("0.1", "0.2", "0.7", "900000000000000", "0.000001", "0.3");
        values.forEach(value -> round(startup, value, "equity", "MAD"));
        round(startup, "7", "equity", "EUR");
        round(startup, "11", "debt", "MAD");
        StatsOf stats = StatsOf.at("/v1/stats/funding_rounds?startup=" + startup
                + "&metrics=count,amount__sum,amount__avg,amount__median,amount__min,amount__max");
        assertEquals(3, stats.data().size());
        Map<String, Object> row = stats.row(List.of("class", "amount.currency"), "equity", "MAD");
        assertEquals(new BigDecimal("900000000000001.300001"), StatsOf.number(row, "amount__sum"));
        Sample.of(values.stream().map(BigDecimal::new).toList()).assertIn(row, "amount");
        assertEquals(
                7,
                stats.row(List.of("class", "amount.currency"), "equity", "EUR").get("amount__sum"));
        assertEquals(
                11,
                stats.row(List.of("class", "amount.currency"), "debt", "MAD").get("amount__median"));
    }

    @Test
    void storedFormulaInACurrencyIsEscaped() throws SQLException {
        String startup = startup("Calculating");
        round(startup, "1", "equity", "MAD");
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE funding_round SET amount_currency = '=1+1' WHERE startup = ?")) {
            update.setObject(1, UUID.fromString(startup));
            update.executeUpdate();
        }
        assertEquals(
                List.of("class,amount.currency,amount__sum", "equity,'=1+1,1"),
                Atlas.get(200, "/v1/stats/funding_rounds?startup=" + startup + "&metrics=amount__sum&format=csv")
                        .asString()
                        .lines()
                        .toList());
    }

    @Test
    void concurrentStatisticsHaveOneRevision() throws Exception {
        long before = StatsOf.at("/v1/stats/startups?group_by=status").meta().revision();
        long total = StatsOf.at("/v1/stats/startups").meta().total();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            AtomicBoolean over = new AtomicBoolean();
            Future<Integer> writing = writer.submit(() -> {
                int writes = 0;
                while (!over.get()) {
                    startup("Counted " + writes++);
                }
                return writes;
            });
            for (int answer = 0; answer < ANSWERS && !writing.isDone(); answer++) {
                StatsOf stats = Atlas.read(StatsOf.class, TestKeys.asAdmin().get("/v1/stats/startups?group_by=status"));
                long rows = stats.data().stream()
                        .mapToLong(row -> (int) row.get("count"))
                        .sum();
                assertEquals(
                        total + stats.meta().revision() - before, stats.meta().total(), "each write is a startup");
                assertEquals(stats.meta().total(), rows);
            }
            over.set(true);
            int writes = writing.get();
            assertEquals(total + writes, StatsOf.at("/v1/stats/startups").meta().total(), "a write is seen at once");
        } finally {
            writer.shutdown();
        }
    }

    /** Half an hour before midnight in UTC is the next year in Rabat, where the clock of these tests is. */
    @Test
    void timesAreCountedInUtc() throws SQLException {
        assertTrue(
                TimeZone.getDefault()
                                .getOffset(Instant.parse("2024-12-31T23:30:00Z").toEpochMilli())
                        > 0,
                "the time zone must differ from UTC");
        String id = startup("At midnight");
        setCreated(id, Instant.parse("2024-12-31T23:30:00Z"));
        for (String period : List.of("year:2024", "quarter:2024-Q4", "month:2024-12")) {
            String[] parts = period.split(":");
            StatsOf stats = StatsOf.at("/v1/stats/startups?group_by=created_at__" + parts[0] + "&id=" + id);
            assertEquals(List.of(parts[1]), stats.column("created_at__" + parts[0]));
        }
    }

    @Test
    void tooManyRowsAreRejected() throws SQLException {
        try {
            insert(MAX_ROWS + 1);
            String path = "/v1/stats/startups?group_by=headcount&metrics=count&city=filled";
            ProblemAnswer problem = Atlas.problem(400, path);
            assertEquals("group_by", problem.errors().get(0).parameter());
            assertEquals("too-many-groups", problem.errors().get(0).code());
            assertTrue(problem.errors().get(0).detail().contains("10000"), problem.detail());
            assertEquals(
                    MAX_ROWS,
                    StatsOf.at(path + "&headcount__lt=" + MAX_ROWS).data().size());
        } finally {
            TestDatabase.execute(database, "DELETE FROM startup WHERE slug LIKE 'filled-%'");
        }
    }

    private static String startup(String name) {
        return Writes.createStartup(name).idText();
    }

    private static void round(String startup, String value, String fundingClass, String currency) {
        Writes.post(
                201,
                "/v1/funding_rounds",
                "{\"startup\":\"" + startup + "\",\"class\":\"" + fundingClass + "\",\"amount\":{\"value\":" + value
                        + ",\"currency\":\"" + currency + "\",\"qualifier\":\"exact\"}}");
    }

    private void setCreated(String id, Instant time) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE startup SET created_at = ? WHERE id = ?")) {
            update.setObject(1, time.atOffset(ZoneOffset.UTC));
            update.setObject(2, UUID.fromString(id));
            assertEquals(1, update.executeUpdate());
        }
    }

    /** Inserts a number of startups with distinct headcounts in one transaction. */
    private void insert(int count) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO startup (id, slug, version, name_key, city_key, headcount, created_at, updated_at,"
                                + " document) VALUES (?, ?, 1, ?, ?, ?, ?, ?, '{}')")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, "filled-" + i);
                insert.setBytes(3, new byte[] {'f'});
                insert.setBytes(4, "filled".getBytes(StandardCharsets.UTF_8));
                insert.setInt(5, i);
                insert.setObject(6, OffsetDateTime.now(ZoneOffset.UTC));
                insert.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
