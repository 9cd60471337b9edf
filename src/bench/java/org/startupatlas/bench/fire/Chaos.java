package org.startupatlas.bench.fire;

import java.io.IOException;
import java.util.Random;

/** Kills and restarts nodes during writes, and restarts the database once. */
final class Chaos {

    private final Options options;
    private final Database database;
    private final Nodes nodes;
    private final Journal journal;
    private final Random random;

    Chaos(Options options, Database database, Nodes nodes, Journal journal, Random random) {
        this.options = options;
        this.database = database;
        this.nodes = nodes;
        this.journal = journal;
        this.random = random;
    }

    /** Distributes the kills evenly over the writes, with the restart of the database in the middle. */
    void run() throws IOException, InterruptedException {
        int blows = options.kills() + (database.isEmbedded() ? 0 : 1);
        for (int blow = 1; blow <= blows; blow++) {
            journal.awaitWrites((int) ((long) options.writes() * blow / (blows + 1)));
            if (!database.isEmbedded() && blow == (blows + 1) / 2) {
                database.restart();
                journal.count("restarts of the database");
            } else {
                Node node = nodes.any(random);
                node.kill();
                node.start();
                journal.count("nodes killed and restarted");
            }
        }
    }
}
