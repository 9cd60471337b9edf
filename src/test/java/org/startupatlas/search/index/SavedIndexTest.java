package org.startupatlas.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.index.ChangeApplier.State;
import org.startupatlas.search.query.ParsedQuery;
import org.startupatlas.search.query.SearchQueryBuilder;
import org.startupatlas.search.query.TopHits;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.Polling;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/** Tests that a starting node reuses a saved index of the same log, with the hits of a rebuilt one. */
@QuarkusTest
@TestProfile(Counting.class)
class SavedIndexTest {
    /** Lucene keeps unknown files, so a folder with this one was not rebuilt. */
    private static final String MARK = "taken-up";

    /** An index that is behind by at most this many changes is never rebuilt. */
    private static final int FOLLOWED = 5_000;

    /** Records written in one transaction. */
    private static final int BATCH = 500;

    @Inject
    StartupBatches batches;

    @Inject
    SchemaRegistry register;

    @Inject
    RecordLookup records;

    @Inject
    Vocabularies terms;

    @Inject
    ChangeReader log;

    @Inject
    RevisionTracker watch;

    @Inject
    ChangeApplier follower;

    @Inject
    ObjectMapper json;

    @TempDir
    Path data;

    private IndexDirectory home;

    @BeforeEach
    void open() {
        home = new IndexDirectory(data);
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    @Test
    void restartedNodeContinuesTheSavedIndex() throws Exception {
        Writes.createStartup("Noria Stays");
        Writes.createStartup("Noria Renamed");
        Writes.createStartup("Noria Deleted");
        Writes.createStartup("Noria Survivor");
        Writes.createStartup("Noria Merged");
        Writes.createStartup("Noria Redacted");
        SearchIndex node = node();
        node.start(null);
        assertEquals(6, found(node, "noria").size());
        node.stop(null);
        Path folder = onlyFolder();
        Files.createFile(folder.resolve(MARK));

        Writes.patch(200, "/v1/startups/noria-renamed", 1, "{\"name\":\"Khettara\"}");
        Writes.delete(204, "/v1/startups/noria-deleted", 1);
        Writes.merge(200, "/v1/startups/noria-survivor", 1, "noria-merged");
        Writes.post(200, "/v1/startups/noria-redacted/redact", "{\"path\":\"name\",\"replacement\":\"Withheld\"}");
        StartupRecord meanwhile = Writes.createStartup("Noria Meanwhile");
        SearchIndex next = node();
        next.start(null);
        List<String> found = found(next, "noria");
        assertTrue(found.contains(meanwhile.id().toString()), found.toString());
        assertEquals(3, found.size(), found.toString());
        assertEquals(1, found(next, "khettara").size());
        next.stop(null);
        assertTrue(Files.exists(folder.resolve(MARK)), "the index was built anew");
        assertEquals(folder, onlyFolder());
    }

    @Test
    void killedNodeContinuesFromTheLastCommit() throws Exception {
        State built = built();
        int size = built.index().size();
        built.index().prepareCommit(CommitMetadata.of(built).entries(register.fingerprint()));
        Writes.createStartup("Seguia Unkept");
        State later = followed(built);
        assertTrue(later.revision() > built.revision());
        Path undecided = copied(onlyFolder(), "undecided");
        built.index().commit();
        Path killed = copied(onlyFolder(), "killed");
        later.index().prepareCommit(CommitMetadata.of(later).entries(register.fingerprint()));
        Path again = copied(onlyFolder(), "again");
        later.index().close();

        assertEquals(Optional.empty(), takenUp(undecided).map(State::position));
        for (Path folder : List.of(killed, again)) {
            State taken = takenUp(folder).orElseThrow();
            assertEquals(built.position(), taken.position());
            assertEquals(size, taken.index().size());
            assertEquals(later.position(), followed(taken).position());
            assertEquals(size + 1, taken.index().size());
            taken.index().close();
        }
    }

    @Test
    void indexOfAnotherLogIsNotUsed() throws Exception {
        State built = built();
        LogPosition place = built.position();
        String otherTime = place.change().replaceFirst("^....", "1999");
        assertFalse(isOfUse(built, entries(new LogPosition(place.revision(), otherTime))));
        assertFalse(isOfUse(built, entries(new LogPosition(place.revision() - 1, place.change()))));
        assertFalse(isOfUse(built, entries(new LogPosition(place.revision() + 1_000_000, place.change()))));
        assertFalse(isOfUse(built, entries(LogPosition.BEGINNING)));
        assertTrue(isOfUse(built, entries(place)));
        built.index().close();
    }

    /** With few records, an index is updated if it is at most five thousand changes behind, and otherwise rebuilt. */
    @Test
    void outdatedIndexIsRebuilt() throws Exception {
        SearchIndex node = node();
        node.start(null);
        assertEquals(List.of(), found(node, "faraway"));
        node.stop(null);
        Path folder = onlyFolder();
        Files.createFile(folder.resolve(MARK));

        int changes = FOLLOWED + 1;
        for (int written = 0; written < changes; written += BATCH) {
            batches.write(
                    StartupBatches.numbered("Faraway", IntStream.range(written, Math.min(changes, written + BATCH))));
        }
        SearchIndex next = node();
        next.start(null);
        assertEquals(100, found(next, "faraway").size());
        next.stop(null);
        assertFalse(Files.exists(folder.resolve(MARK)), "the index was followed");
        IOUtils.rm(onlyFolder());

        State built = built();
        assertTrue(isOfUse(built, entries(placeBehind(built, FOLLOWED))));
        assertFalse(isOfUse(built, entries(placeBehind(built, FOLLOWED + 1))));
        built.index().close();
    }

    private LogPosition placeBehind(State state, int changes) {
        return LogPosition.of(log.at(state.revision() - changes).orElseThrow());
    }

    @Test
    void indexOfAnotherWriterIsNotUsed() throws Exception {
        State built = built();
        Map<String, String> other = new HashMap<>(entries(built.position()));
        other.replaceAll((key, value) -> key.equals("written_by") ? value.replaceFirst("^[0-9]+", "0") : value);
        assertFalse(isOfUse(built, other));
        assertFalse(isOfUse(built, Map.of()));
        assertFalse(isOfUse(built, new CommitMetadata(built.position(), true).entries("of another release")));
        built.index().close();
    }

    @Test
    void damagedIndexIsNotUsed() throws Exception {
        State built = built();
        built.index().prepareCommit(entries(built.position()));
        built.index().commit();
        built.index().close();
        Path folder = onlyFolder();
        List<String> names = names(folder);
        assertTrue(names.size() > 2, names.toString());
        for (String name : names) {
            if (!name.equals("write.lock")) {
                Path changed = copied(folder, "changed-" + name);
                byte[] bytes = Files.readAllBytes(changed.resolve("1").resolve(name));
                bytes[bytes.length / 2] ^= 1;
                Files.write(changed.resolve("1").resolve(name), bytes);
                assertEquals(Optional.empty(), takenUp(changed), name);
                Path missing = copied(folder, "missing-" + name);
                Files.delete(missing.resolve("1").resolve(name));
                assertEquals(Optional.empty(), takenUp(missing), name);
            }
        }
    }

    @Test
    void labelsChangedWhileStoppedAreFound() throws Exception {
        SearchIndex node = node();
        node.start(null);
        assertEquals(List.of(), found(node, "astrolabistique"));
        node.stop(null);
        Writes.relabelSector("fintech", "Astrolabistique");
        SearchIndex next = node();
        next.start(null);
        Polling.until("found by the new label", () -> found(next, "astrolabistique"), found -> found.size() > 1);
        next.stop(null);
        SearchIndex last = node();
        last.start(null);
        assertTrue(found(last, "astrolabistique").size() > 1);
        last.stop(null);
        Writes.relabelSector("fintech", "Fintech");
    }

    private SearchIndex node() {
        return new SearchIndex(new SavedIndex(home, log, watch, terms, register), builder(), follower, watch);
    }

    private IndexBuilder builder() {
        return new IndexBuilder(register, records, terms, home, log, watch, json);
    }

    private State built() throws IOException, InterruptedException {
        return followed(builder().build(true));
    }

    private Map<String, String> entries(LogPosition place) {
        return new CommitMetadata(place, true).entries(register.fingerprint());
    }

    private boolean isOfUse(State state, Map<String, String> entries) throws IOException {
        state.index().prepareCommit(entries);
        state.index().commit();
        Path copy = copied(onlyFolder(), "of-use");
        Optional<State> taken = takenUp(copy);
        if (taken.isPresent()) {
            taken.get().index().close();
        }
        assertEquals(taken.isPresent(), Files.exists(copy.resolve("1")));
        IOUtils.rm(copy.getParent().getParent());
        return taken.isPresent();
    }

    /** Copies a folder into the index directory of another node; returns that directory. */
    private Path copied(Path folder, String name) throws IOException {
        Path copy = Files.createDirectories(data.resolve(name).resolve("search/1/1"));
        for (String each : names(folder)) {
            Files.copy(folder.resolve(each), copy.resolve(each));
        }
        return copy.getParent();
    }

    private Optional<State> takenUp(Path copiedHome) throws IOException {
        try (IndexDirectory other = new IndexDirectory(copiedHome.getParent().getParent())) {
            return new SavedIndex(other, log, watch, terms, register).open();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path onlyFolder() throws IOException {
        List<Path> folders = home.folders();
        assertEquals(1, folders.size(), folders.toString());
        return folders.get(0);
    }

    /** Waits for the index and searches it. */
    private List<String> found(SearchIndex node, String words) {
        Polling.until("the revision of the index", node::revision, Optional::isPresent);
        return node.search((searcher, now) -> new TopHits(
                        searcher, new SearchQueryBuilder(searcher, ParsedQuery.of(words)).queries(register.schemas()))
                .best(100).stream().map(TopHits.Hit::id).toList());
    }

    /** Returns the state after all changes of the log were applied and refreshed. */
    private State followed(State from) throws IOException {
        State all = follower.applyUpTo(from, Long.MAX_VALUE, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        all.index().refresh();
        return all;
    }
}
