package org.startupatlas.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.startupatlas.dbcopy.OnReleasedDatabase;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.query.snapshot.Snapshot;
import org.startupatlas.query.snapshot.SnapshotReader;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.Format;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/** Tests that an export has one revision, in spite of writes while it is read. */
@QuarkusTest
@TestProfile(OnReleasedDatabase.class)
class SnapshotTest {
    private static final String STARTUPS = "/v1/exports/startups";

    /** Batches have a hundred records at first, and at most a thousand. */
    private static final int SEVERAL_BATCHES = 1_500;

    @Inject
    StartupBatches startups;

    @Inject
    SnapshotReader snapshots;

    @Inject
    ListQueryParser grammar;

    @Test
    void writesBetweenBatchesAreNotExported() throws IOException {
        List<UUID> ids = startups.write(SEVERAL_BATCHES, "Agadir", null);
        UUID site =
                UUID.fromString(Atlas.tree("/v1/sites?limit=1").at("/data/0/id").textValue());
        for (UUID id : ids.subList(0, 150)) {
            Writes.patch(200, "/v1/startups/" + id, 1, "{\"site\":\"" + site + "\"}");
        }
        assertOneRevision(all -> true);
        assertOneRevision(record -> record.get("city").asText().equals("Agadir"), new Parameter("city", "Agadir"));
        assertOneRevision(record -> record.get("site").isTextual(), new Parameter("site.city__exists", "true"));
    }

    /** Reads one batch, changes records before, in and after it, and reads the rest. */
    private void assertOneRevision(Predicate<JsonNode> wanted, Parameter... filters) throws IOException {
        ExportQuery query = grammar.export(StartupRecord.SCHEMA, List.of(filters), Format.NDJSON);
        Snapshot snapshot = snapshots.open(query);
        List<StoredRecord> first = snapshot.next();
        long revision = snapshot.revision();
        List<JsonNode> then = Log.at("startups", revision, wanted);
        assertTrue(then.size() > first.size(), "there must be more than one batch");
        for (int i = 0; i < then.size(); i += Math.max(1, then.size() / 12)) {
            JsonNode record = then.get(i);
            String path = "/v1/startups/" + record.get("id").textValue();
            int version = record.get("version").intValue();
            if (i % 2 == 0 && record.get("slug").textValue().startsWith("startup-")) {
                Writes.delete(204, path, version);
            } else {
                Writes.patch(200, path, version, "{\"notes\":\"overwritten\",\"city\":\"Dakhla\",\"site\":null}");
            }
        }
        startups.write(20, "Agadir", null);
        assertEquals(then, records(first, snapshot));
        assertFalse(then.equals(Log.at("startups", ChangesOf.latestRevision(), wanted)));
    }

    private static List<JsonNode> records(List<StoredRecord> first, Snapshot snapshot) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (List<StoredRecord> rows = first; !rows.isEmpty(); rows = snapshot.next()) {
            for (StoredRecord row : rows) {
                records.add(Atlas.json().readTree(row.json()));
            }
        }
        return records;
    }

    @Test
    void exportsDuringWritesHaveOneRevision() throws IOException {
        startups.write(SEVERAL_BATCHES, "Oujda", null);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                List<UUID> ids = startups.write(5, "Oujda", null);
                Writes.patch(200, "/v1/startups/" + ids.get(0), 1, "{\"city\":\"Nador\"}");
                Writes.delete(204, "/v1/startups/" + ids.get(1), 1);
            }
        });
        List<Response> exports = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                exports.add(Atlas.get(200, STARTUPS));
                exports.add(Atlas.get(200, STARTUPS + "?city=Oujda"));
            }
        } finally {
            over.set(true);
        }
        writer.join();
        for (int i = 0; i < exports.size(); i++) {
            Response export = exports.get(i);
            boolean filtered = i % 2 == 1;
            long revision = Long.parseLong(export.header("Atlas-Revision"));
            List<JsonNode> then = Log.at(
                    "startups",
                    revision,
                    record -> !filtered || record.get("city").asText().equals("Oujda"));
            assertEquals(then, ExportsTest.lines(export.asByteArray()));
            Response again = Atlas.get(200, STARTUPS + "?as_of=" + revision + (filtered ? "&city=Oujda" : ""));
            assertEquals(String.valueOf(revision), again.header("Atlas-Revision"));
            assertEquals(export.asString(), again.asString());
        }
    }

    @Test
    void pastExportsMatchTheLog() throws IOException {
        List<UUID> ids = startups.write(30, "Guelmim", null);
        Writes.patch(200, "/v1/startups/" + ids.get(0), 1, "{\"city\":\"Tan-Tan\"}");
        Writes.delete(204, "/v1/startups/" + ids.get(1), 1);
        long reached = ChangesOf.latestRevision();
        for (long revision : new long[] {0, 1, 300, reached - 32, reached - 2, reached - 1, reached}) {
            assertEquals(
                    Log.at("startups", revision, record -> true),
                    ExportsTest.lines(
                            Atlas.get(200, STARTUPS + "?as_of=" + revision).asByteArray()));
            assertEquals(
                    Log.at("startups", revision, record -> record.get("city")
                            .asText()
                            .equals("Guelmim")),
                    ExportsTest.lines(Atlas.get(200, STARTUPS + "?city=Guelmim&as_of=" + revision)
                            .asByteArray()));
        }
        for (String resource : List.of("countries", "vocabularies", "sites")) {
            assertEquals(
                    Log.at(resource, 200, record -> true),
                    ExportsTest.lines(Atlas.get(200, "/v1/exports/" + resource + "?as_of=200")
                            .asByteArray()));
        }
    }

    @Test
    void timeSelectsRevision() {
        startups.write(1, "Taza", null);
        ChangesOf.Change last = lastChange();
        Response then = Atlas.get(200, STARTUPS + "?as_of=" + last.at());
        assertEquals(String.valueOf(last.revision()), then.header("Atlas-Revision"));
        String before = Atlas.get(200, STARTUPS + "?as_of=1970-01-01T00:00:00Z").header("Atlas-Revision");
        assertEquals("0", before);
    }

    private static ChangesOf.Change lastChange() {
        long reached = ChangesOf.latestRevision();
        return ChangesOf.page("/v1/changes?since=" + (reached - 1)).data().get(0);
    }

    @Test
    void redactedValuesAreInNoPastExport() {
        JsonNode startup = Writes.create(
                JsonNode.class, "/v1/startups", "{\"name\":\"Redacted later\",\"notes\":\"a secret of somebody\"}");
        String then = STARTUPS + "?as_of=" + lastChange().revision();
        Response answer = Atlas.get(200, then);
        assertTrue(answer.asString().contains("a secret of somebody"));
        Writes.post(200, "/v1/startups/" + startup.get("id").textValue() + "/redact", "{\"path\":\"notes\"}");
        Response again = Atlas.get(200, then);
        assertFalse(again.asString().contains("a secret of somebody"));
        assertTrue(again.asString().contains("Redacted later"));
        assertFalse(answer.header("ETag").equals(again.header("ETag")), "who has it already must ask again");
    }
}
