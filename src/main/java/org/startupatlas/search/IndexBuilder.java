package org.startupatlas.search;

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
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;
import org.startupatlas.query.Row;
import org.startupatlas.query.Terms;
import org.startupatlas.record.RecordJson;

/** Builds an index of all records from the database. */
@Singleton
final class IndexBuilder {

    /** Blocks in flight are on the heap, so not all of a large machine. */
    private static final int MOST_THREADS = 8;

    /** Who indexes a block ends when it is done. */
    private static final int LONGEST_BLOCK_SECONDS = 10;

    private final Register register;
    private final RecordReader records;
    private final Terms terms;
    private final ObjectMapper json;

    IndexBuilder(Register register, RecordReader records, Terms terms, ObjectMapper json) {
        this.register = register;
        this.records = records;
        this.terms = terms;
        this.json = json;
    }

    /**
     * An index of all records as they are while it is built; what is written meanwhile may be in it or not.
     *
     * @param alone whether nobody is served before it is there, so that it may take the whole machine
     */
    RecordIndex build(boolean alone) throws IOException, InterruptedException {
        RecordIndex index = new RecordIndex(terms);
        int threads = alone ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : 1;
        ExecutorService indexers = Executors.newFixedThreadPool(threads);
        try {
            for (Declaration declaration : register.declarations()) {
                addAll(index, declaration, indexers, threads);
            }
            index.refresh();
            return index;
        } catch (IOException | InterruptedException | RuntimeException | Error failed) {
            indexers.shutdownNow();
            indexers.awaitTermination(LONGEST_BLOCK_SECONDS, TimeUnit.SECONDS);
            index.close();
            throw failed;
        } finally {
            indexers.shutdown();
        }
    }

    /** While some blocks go into the index, the next is read. */
    private void addAll(RecordIndex index, Declaration declaration, ExecutorService indexers, int threads)
            throws InterruptedException {
        Queue<Future<?>> running = new ArrayDeque<>();
        List<Row> block = records.block(declaration, null);
        while (!block.isEmpty()) {
            List<Row> rows = block;
            running.add(indexers.submit(() -> addBlock(index, declaration, rows)));
            if (running.size() > threads) {
                finish(running.remove());
            }
            block = records.block(declaration, rows.get(rows.size() - 1).id());
        }
        for (Future<?> each : running) {
            finish(each);
        }
    }

    private Void addBlock(RecordIndex index, Declaration declaration, List<Row> rows) throws IOException {
        for (Row row : rows) {
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
