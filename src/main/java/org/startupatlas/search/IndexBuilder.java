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
import org.startupatlas.change.ChangeReader;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;
import org.startupatlas.query.Row;
import org.startupatlas.query.Terms;
import org.startupatlas.record.RecordJson;
import org.startupatlas.search.LogFollower.State;

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
    private final IndexHome home;
    private final ChangeReader log;
    private final RevisionWatch watch;
    private final ObjectMapper json;

    IndexBuilder(
            Register register,
            RecordReader records,
            Terms terms,
            IndexHome home,
            ChangeReader log,
            RevisionWatch watch,
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
        LogPlace place = log.at(watch.revision()).map(LogPlace::of).orElse(LogPlace.BEGINNING);
        RecordIndex index = RecordIndex.create(home.newFolder(), terms);
        int threads = alone ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()) : 1;
        ExecutorService indexers = Executors.newFixedThreadPool(threads);
        try {
            for (Declaration declaration : register.declarations()) {
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
