package org.startupatlas.imports.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.imports.Imports;
import org.startupatlas.imports.JobAnswer;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests concurrent imports, and jobs of nodes that have stopped. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CompetingImportsTest {

    private static final int ROWS = 400;

    @Inject
    DataSource database;

    /** Repeated, because each import must write between the look-up and the commit of the other, which is rare. */
    @ParameterizedTest
    @ValueSource(strings = {"Able", "Baker", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel"})
    void concurrentImportsOfSameNamesCreateEachOnce(String round) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            names.add(round + " competing import " + row + " end");
        }
        Response one = send(names);
        Collections.reverse(names);
        Response other = send(names);
        JobAnswer first = Imports.awaitEnd(one);
        JobAnswer second = Imports.awaitEnd(other);
        assertEquals("done", first.state());
        assertEquals("done", second.state());
        assertEquals(ROWS, first.rows().created() + second.rows().created());
        assertEquals(ROWS, first.rows().unchanged() + second.rows().unchanged());
        assertEquals(ROWS, Atlas.total("/v1/startups?name__starts=" + round + "%20competing%20import&limit=1"));
    }

    private static Response send(List<String> names) {
        String file = "name,country\n" + String.join(",MA\n", names) + ",MA\n";
        return Imports.send(202, "startups", "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jobOfSilentNodeIsStopped() throws SQLException {
        JobAnswer ended = Imports.csv("startups?dry_run=true", "name\nSilent Node\n");
        UUID silent = UUID.randomUUID();
        OffsetDateTime longAgo = OffsetDateTime.now(ZoneOffset.UTC)
                .minus(ImportJobRepository.MAX_SILENCE)
                .minusSeconds(1);
        try (Connection connection = database.getConnection();
                PreparedStatement running = connection.prepareStatement(
                        "update import_job set state = 'running', ended_at = null, node = ?, beat_at = ? where id = ?")) {
            running.setObject(1, silent);
            running.setObject(2, longAgo);
            running.setObject(3, UUID.fromString(ended.id()));
            assertEquals(1, running.executeUpdate());
        }
        JobAnswer stopped = Imports.awaitEnd("/v1/imports/" + ended.id());
        assertEquals("stopped", stopped.state());
        assertEquals("node-silent", stopped.problem().code());
        assertEquals(1, stopped.rows().read());
        assertTrue(stopped.endedAt().isAfter(ended.endedAt()));
    }
}
