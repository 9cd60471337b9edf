package org.startupatlas.bench.fire;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All nodes on one database. */
final class Nodes implements Closeable {

    private final List<Node> all = new ArrayList<>();

    Nodes(Options options, Database database) throws IOException {
        int count = database.isEmbedded() ? 1 : 2;
        for (int i = 1; i <= count; i++) {
            all.add(new Node("node-" + i, options.jar(), options.data().toAbsolutePath(), database.settings()));
        }
    }

    void start() throws IOException, InterruptedException {
        for (Node node : all) {
            node.start();
        }
    }

    List<Node> all() {
        return List.copyOf(all);
    }

    Node any(Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Kills all of them. */
    @Override
    public void close() throws IOException {
        for (Node node : all) {
            try {
                node.kill();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }
    }
}
