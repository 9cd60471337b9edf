package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that a file sent again with the same {@code Idempotency-Key} is imported once. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ImportIdempotencyTest {

    /** Imported by dry runs only, so that it leaves no records. */
    private static final byte[] FILE = Writes.bytes("name,country\nSent Again,MA\n");

    @Inject
    DataSource database;

    @Test
    void sameFileAndKeyReturnSameJob() {
        String name = UUID.randomUUID().toString();
        byte[] file = Writes.bytes("name\nSent Twice\n");
        JobAnswer first = Imports.awaitEnd(send(name, "startups", file));
        JobAnswer second = Atlas.read(JobAnswer.class, send(name, "startups", file));
        assertEquals(first, second);
        ProblemAnswer other = Atlas.problem(422, send(name, "startups", Writes.bytes("name\nOther File\n")));
        assertEquals("idempotency-key-reused", other.errors().get(0).code());
        Atlas.get(404, "/v1/startups/other-file");
        JobAnswer elsewhere = Imports.awaitEnd(send(name, "partners?dry_run=true", file));
        assertNotEquals(first.id(), elsewhere.id(), "another path is another request");
    }

    @Test
    void dryRunIsOtherRequest() {
        String name = UUID.randomUUID().toString();
        byte[] file = Writes.bytes("name\nNot Only Rehearsed\n");
        Imports.awaitEnd(send(name, "startups?dry_run=true", file));
        Response real = send(name, "startups", file);
        assertEquals(
                "idempotency-key-reused",
                Atlas.problem(422, real).errors().get(0).code());
    }

    @Test
    void concurrentRequestsStartOneJob() throws Exception {
        String name = UUID.randomUUID().toString();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            Callable<Response> send = () -> send(name, "startups", Writes.bytes("name\nSent At Once\n"));
            List<String> ids = new ArrayList<>();
            for (Future<Response> answer : clients.invokeAll(List.of(send, send, send, send))) {
                assertEquals(202, answer.get().statusCode(), answer.get()::asString);
                ids.add(Imports.awaitEnd(answer.get()).id());
            }
            assertEquals(1, Set.copyOf(ids).size());
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void keyExpiresAfterOneDay() throws SQLException {
        String name = UUID.randomUUID().toString();
        JobAnswer first = Imports.awaitEnd(send(name, "startups?dry_run=true", FILE));
        setAge(first, Duration.ofHours(24).minusMinutes(1));
        assertEquals(
                first.id(),
                Atlas.read(JobAnswer.class, send(name, "startups?dry_run=true", FILE))
                        .id());
        setAge(first, Duration.ofHours(24).plusSeconds(1));
        JobAnswer other = Imports.awaitEnd(send(name, "startups?dry_run=true", Writes.bytes("name\nA Day Later\n")));
        assertNotEquals(first.id(), other.id());
        assertEquals("done", other.state());
    }

    /** Sets the age of a job. */
    private void setAge(JobAnswer job, Duration ago) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update import_job set created_at = ? where id = ?")) {
            update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minus(ago));
            update.setObject(2, UUID.fromString(job.id()));
            assertEquals(1, update.executeUpdate());
        }
    }

    @Test
    void blankOrTooLongKeyIsRejected() {
        for (String name : List.of(" ", "x".repeat(256))) {
            ProblemAnswer problem = Atlas.problem(400, send(name, "startups", FILE));
            assertEquals("invalid-idempotency-key", problem.errors().get(0).code());
        }
    }

    private static Response send(String name, String pathAndQuery, byte[] file) {
        return Writes.of(TestKeys.ADMIN, "text/csv")
                .header("Idempotency-Key", name)
                .body(file)
                .post("/v1/imports/" + pathAndQuery);
    }
}
