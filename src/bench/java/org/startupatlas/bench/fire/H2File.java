package org.startupatlas.bench.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** H2 in the process of the node, and its file. */
final class H2File implements Database {

    private final Path folder;

    H2File(Path folder) {
        this.folder = folder.resolve("h2").toAbsolutePath();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("ATLAS_DATA_DIR", folder.toString());
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("atlas")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE");
    }

    @Override
    public void restart() {
        // It is started and stopped with its node.
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public long size() throws IOException {
        return Files.size(folder.resolve("atlas.mv.db"));
    }

    @Override
    public void close() {
        // Nothing runs without its node.
    }
}
