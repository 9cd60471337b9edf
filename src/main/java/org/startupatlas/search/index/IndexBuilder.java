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

    /**
     * The maximum number of indexing threads: the batches in progress are on the heap, so a large machine is not used
     * completely.
     */
    private static final int MAX_THREADS = 8;

    /** The maximum time to wait for a running batch after a failure. */
    private static final int MAX_BATCH_SECONDS = 10;

    private final SchemaRegistry schemas;
    private final RecordLookup records;
    private final Vocabularies vocabularies;
    private final IndexDirectory indexDirectory;
    private final ChangeReader log;
    private final RevisionTracker revisionTracker;
    private final ObjectMapper json;

    IndexBuilder(
            SchemaRegistry schemas,
            RecordLookup records,
            Vocabularies vocabularies,
            IndexDirectory indexDirectory,
            ChangeReader log,
            RevisionTracker revisionTracker,
            ObjectMapper json) {
        this.schemas = schemas;
        this.records = records;
        this.vocabularies = vocabularies;
        this.indexDirectory = indexDirectory;
        this.log = log;
        this.revisionTracker = revisionTracker;
        this.json = json;
    }

    /**
     * Builds an index of the records as they are during the build. Changes written meanwhile may or may not be in it,
     * and nothing is searchable before a refresh.
     *
     * @param isExclusive whether the build may use the whole machine, because no requests are served before it ends
     */
    State build(boolean isExclusive) throws IOException, InterruptedException {
        // Read before the records and the labels, so that it is not later than either.
        LogPosition position =
                log.at(revisionTracker.revision()).map(LogPosition::of).orElse(LogPosition.BEGINNING);
        RecordIndex index = RecordIndex.create(indexDirectory.newFolder(), vocabularies);
        int threads = isExclusive ? Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()) : 1;
        ExecutorService indexers = Executors.newFixedThreadPool(threads);
        try {
            for (ResourceSchema schema : schemas.schemas()) {
                addAll(index, schema, indexers, threads);
            }
            return new State(index, position, true);
        } catch (InterruptedException | RuntimeException | Error failed) {
            indexers.shutdownNow();
            indexers.awaitTermination(MAX_BATCH_SECONDS, TimeUnit.SECONDS);
            index.discard();
            throw failed;
        } finally {
            indexers.shutdown();
        }
    }

    /** Reads the next batch while the previous ones are indexed. */
    private void addAll(RecordIndex index, ResourceSchema schema, ExecutorService indexers, int threads)
            throws InterruptedException {
        Queue<Future<?>> running = new ArrayDeque<>();
        List<StoredRecord> batch = records.batch(schema, null);
        while (!batch.isEmpty()) {
            List<StoredRecord> rows = batch;
            running.add(indexers.submit(() -> addBatch(index, schema, rows)));
            if (running.size() > threads) {
                finish(running.remove());
            }
            batch = records.batch(schema, rows.get(rows.size() - 1).id());
        }
        for (Future<?> each : running) {
            finish(each);
        }
    }

    private Void addBatch(RecordIndex index, ResourceSchema schema, List<StoredRecord> rows) throws IOException {
        for (StoredRecord row : rows) {
            index.add(schema, RecordJson.read(json, row.json()));
        }
        return null;
    }

    private static void finish(Future<?> batch) throws InterruptedException {
        try {
            batch.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a batch of records cannot be indexed", failed.getCause());
        }
    }
}
