package org.startupatlas.bench.fire;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.H2Only;

/** Tests that each check passes correct data and detects a planted defect. */
@H2Only
class PromisesTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final LogEntry CREATED = entry(1, "created", "startups", "a", 1, null);
    private static final LogEntry OTHER = entry(2, "created", "startups", "b", 1, null);
    private static final LogEntry UPDATED = entry(3, "updated", "startups", "a", 2, null);
    private static final LogEntry MERGED = entry(4, "merged", "startups", "b", 2, "a");
    private static final List<LogEntry> LOG = List.of(CREATED, OTHER, UPDATED, MERGED);

    private static final Acknowledged CREATION =
            new Acknowledged("created", "startups", "a", 1, 1, null, CREATED.record(), "fire-a-1");
    private static final Acknowledged MERGE =
            new Acknowledged("merged", "startups", "b", 0, 4, "a", null, "fire-merge");

    @Test
    void detectsMissingRevision() {
        Promises.logIsGapless(4, LOG);
        broken("revision 3", () -> Promises.logIsGapless(4, without(UPDATED)));
    }

    @Test
    void detectsRepeatedRevision() {
        broken("revision 3", () -> Promises.logIsGapless(5, List.of(CREATED, OTHER, OTHER, UPDATED, MERGED)));
    }

    @Test
    void detectsHeadAheadOfTheLog() {
        broken("the head", () -> Promises.logIsGapless(5, LOG));
    }

    @Test
    void detectsDecreasingTime() {
        LogEntry earlier = new LogEntry(3, AT.minusSeconds(1), "updated", "startups", "a", 2, null, UPDATED.record());
        broken("is earlier", () -> Promises.logIsGapless(4, List.of(CREATED, OTHER, earlier, MERGED)));
    }

    @Test
    void detectsMissingVersion() {
        Promises.versionsAreGapless(LOG);
        LogEntry third = entry(4, "updated", "startups", "a", 3, null);
        broken("startups/a has version 3", () -> Promises.versionsAreGapless(List.of(CREATED, OTHER, third)));
    }

    @Test
    void detectsChangeAfterDeletion() {
        LogEntry revenant = entry(5, "updated", "startups", "b", 3, null);
        broken("behind its end", () -> Promises.versionsAreGapless(List.of(CREATED, OTHER, UPDATED, MERGED, revenant)));
    }

    @Test
    void detectsLostOrRepeatedRow() {
        LogEntry one = imported("a");
        Promises.rowsMadeOneRecordEach(List.of("Row"), List.of(one, OTHER));
        broken("made 0 records", () -> Promises.rowsMadeOneRecordEach(List.of("Row"), LOG));
        broken("made 2 records", () -> Promises.rowsMadeOneRecordEach(List.of("Row"), List.of(one, imported("b"))));
    }

    private static LogEntry imported(String id) {
        String record = Json.canonical("{\"id\":\"" + id + "\",\"name\":\"Row\"}");
        return new LogEntry(1, AT, "created", Importer.PARTNERS, id, 1, null, record);
    }

    @Test
    void detectsAlteredRow() {
        Promises.rowsAreTheirLastChange(LOG, rows(UPDATED));
        broken("startups/a", () -> Promises.rowsAreTheirLastChange(LOG, rows(CREATED)));
        broken("startups/a", () -> Promises.rowsAreTheirLastChange(LOG, Map.of()));
        broken("startups/b", () -> Promises.rowsAreTheirLastChange(LOG, rows(UPDATED, OTHER)));
    }

    @Test
    void detectsColumnThatDiffersFromTheJson() {
        Map<String, Tables.Row> rows = Map.of("startups/a", new Tables.Row("a", "another-slug", 2, UPDATED.record()));
        broken("the columns", () -> Promises.rowsAreTheirLastChange(LOG, rows));
    }

    @Test
    void detectsLostWrite() {
        Promises.acknowledgedIsLogged(List.of(CREATION, MERGE), LOG);
        broken("is lost", () -> Promises.acknowledgedIsLogged(List.of(CREATION), without(CREATED)));
        broken("is lost", () -> Promises.acknowledgedIsLogged(List.of(MERGE), without(MERGED)));
    }

    @Test
    void detectsWriteThatDiffersFromItsResponse() {
        Acknowledged otherRevision =
                new Acknowledged("created", "startups", "a", 1, 2, null, CREATED.record(), "fire-a-1");
        broken("as it was", () -> Promises.acknowledgedIsLogged(List.of(otherRevision), LOG));
        Acknowledged otherRecord = new Acknowledged("created", "startups", "a", 1, 1, null, "{}", "fire-a-1");
        broken("as it was", () -> Promises.acknowledgedIsLogged(List.of(otherRecord), LOG));
        Acknowledged otherSurvivor = new Acknowledged("merged", "startups", "b", 0, 4, "c", null, "fire-merge");
        broken("as it was", () -> Promises.acknowledgedIsLogged(List.of(otherSurvivor), LOG));
    }

    @Test
    void detectsRetriedWriteAppliedTwice() {
        List<String> keys = List.of("fire-a-1", "fire-merge");
        Promises.keysMadeOneRecordEach(List.of(CREATION, MERGE), LOG, keys);
        LogEntry again = new LogEntry(5, AT, "created", "startups", "c", 1, null, CREATED.record());
        broken("made", () -> Promises.keysMadeOneRecordEach(List.of(), List.of(CREATED, again), keys));
        Acknowledged otherAnswer = new Acknowledged("created", "startups", "c", 1, 0, null, "{}", "fire-a-1");
        broken("was answered", () -> Promises.keysMadeOneRecordEach(List.of(otherAnswer), LOG, keys));
        broken("forgotten", () -> Promises.keysMadeOneRecordEach(List.of(MERGE), LOG, List.of()));
    }

    @Test
    void detectsReferenceToAMergedRecord() {
        Map<String, String> records =
                new TreeMap<>(Map.of("startups/a", "{}", "funding_rounds/r", "{\"startup\":\"a\"}"));
        Promises.referencesLeadSomewhere(records);
        records.remove("startups/a");
        broken("funding_rounds/r", () -> Promises.referencesLeadSomewhere(records));
    }

    @Test
    void detectsFeedThatDiffersFromTheLog() {
        Promises.feedIsTheLog("the feed", LOG, LOG);
        broken("3 changes of 4", () -> Promises.feedIsTheLog("the feed", LOG.subList(0, 3), LOG));
        broken("where the log has", () -> Promises.feedIsTheLog("the feed", without(OTHER), LOG));
    }

    @Test
    void detectsCopyThatMissedAChange() {
        Copy whole = Copy.fromBeginning();
        LOG.forEach(whole::apply);
        Copy missed = Copy.fromBeginning();
        without(UPDATED).forEach(missed::apply);
        Promises.areEqual("the copy", whole.records(), "the database", Map.of("startups/a", UPDATED.record()));
        broken(
                "startups/a",
                () -> Promises.areEqual(
                        "the copy", missed.records(), "the database", Map.of("startups/a", UPDATED.record())));
    }

    @Test
    void detectsChangeThatDoesNotFitTheCopy() {
        Copy copy = Copy.fromBeginning();
        copy.apply(CREATED);
        broken("comes behind", () -> copy.apply(CREATED));
        broken("does not have", () -> copy.apply(MERGED));
        Copy doubled = Copy.fromBeginning();
        doubled.apply(CREATED);
        LogEntry again = new LogEntry(2, AT, "created", "startups", "a", 1, null, CREATED.record());
        broken("has startups/a", () -> doubled.apply(again));
    }

    private static LogEntry entry(long revision, String op, String resource, String id, int version, String into) {
        String record = op.equals("merged")
                ? null
                : Json.canonical("{\"id\":\"%s\",\"slug\":\"%s\",\"version\":%d,\"notes\":\"fire-%s-%d\"}"
                        .formatted(id, id, version, id, version));
        return new LogEntry(revision, AT.plusMillis(revision), op, resource, id, version, into, record);
    }

    private static List<LogEntry> without(LogEntry missing) {
        List<LogEntry> log = new ArrayList<>(LOG);
        log.remove(missing);
        return log;
    }

    private static Map<String, Tables.Row> rows(LogEntry... entries) {
        Map<String, Tables.Row> rows = new TreeMap<>();
        for (LogEntry entry : entries) {
            rows.put(entry.name(), new Tables.Row(entry.id(), entry.id(), entry.version(), entry.record()));
        }
        return rows;
    }

    private static void broken(String message, Runnable check) {
        BrokenPromise broken = assertThrows(BrokenPromise.class, check::run);
        assertTrue(broken.getMessage().contains(message), broken.getMessage());
    }
}
