package org.startupatlas.search.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.index.ChangeApplier.State;

/** Builds an index of all records from the database. */
@Singleton
final class IndexBuilder {

    /** Blocks in flight are on the heap, so not all of a large machine. */
    private static final int MOST_THREADS = 8;

    /** Who indexes a block ends when it is done. */
    private static final int LONGEST_BLOCK_SECONDS = 10;

    private final SchemaRegistry register;
    private final RecordLookup records;
    private final Vocabularies terms;
    private final IndexDirectory home;
    private final ChangeReader log;
    private final RevisionTracker watch;
    private final ObjectMapper json;

    IndexBuilder(
            SchemaRegistry register,
            RecordLookup records,
            Vocabularies terms,
            IndexDirectory home,
            ChangeReader log,
            RevisionTracker watch,
            ObjectMapper json) {
        this.register = register;
        this.records = records;
        this.terms = terms;
        this.home = home;
        this.log = log;
        this.watch = watch;
        this.json = json;
    }

    /**
     * An index of all records as they are while it is built; what is written meanwhile may be in it or not, and nothing
     * is found in it yet.
     *
     * @param alone whether nobody is served before it is there, so that it may take the whole machine
     */
    State build(boolean alone) throws IOException, InterruptedException {
        // No later than what is then read: what is called as codes are, too.
        LogPosition place = log.at(watch.revision()).map(LogPosition::of).orElse(LogPosition.BEGINNING);
        RecordIndex index = RecordIndex.create(home.newFolder(), terms);
        int threads = alone ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : 1;
        ExecutorService indexers = Executors.newFixedThreadPool(threads);
        try {
            for (ResourceSchema declaration : register.declarations()) {
                addAll(index, declaration, indexers, threads);
            }
            return new State(index, place, true);
        } catch (InterruptedException | RuntimeException | Error failed) {
            indexers.shutdownNow();
            indexers.awaitTermination(LONGEST_BLOCK_SECONDS, TimeUnit.SECONDS);
            index.discard();
            throw failed;
        } finally {
            indexers.shutdown();
        }
    }

    /** While some blocks go into the index, the next is read. */
    private void addAll(RecordIndex index, ResourceSchema declaration, ExecutorService indexers, int threads)
            throws InterruptedException {
        Queue<Future<?>> running = new ArrayDeque<>();
        List<StoredRecord> block = records.batch(declaration, null);
        while (!block.isEmpty()) {
            List<StoredRecord> rows = block;
            running.add(indexers.submit(() -> addBlock(index, declaration, rows)));
            if (running.size() > threads) {
                finish(running.remove());
            }
            block = records.batch(declaration, rows.get(rows.size() - 1).id());
        }
        for (Future<?> each : running) {
            finish(each);
        }
    }

    private Void addBlock(RecordIndex index, ResourceSchema declaration, List<StoredRecord> rows) throws IOException {
        for (StoredRecord row : rows) {
            index.add(declaration, RecordJson.read(json, row.json()));
        }
        return null;
    }

    private static void finish(Future<?> block) throws InterruptedException {
        try {
            block.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a block of records cannot be indexed", failed.getCause());
        }
    }
}
