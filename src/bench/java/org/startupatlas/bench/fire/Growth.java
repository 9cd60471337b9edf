package org.startupatlas.bench.fire;

import java.io.IOException;

/** Prints the size of the database as it grows with the writes. */
final class Growth {

    private static final int EVERY = 10_000;

    private final Options options;
    private final Database database;
    private final Journal journal;

    Growth(Options options, Database database, Journal journal) {
        this.options = options;
        this.database = database;
        this.journal = journal;
    }

    void run() throws IOException, InterruptedException {
        for (int writes = 0; writes <= options.writes(); writes += EVERY) {
            journal.awaitWrites(writes);
            System.out.printf("%,d writes: %.1f MiB%n", writes, database.size() / 1048576.0);
        }
    }
}
