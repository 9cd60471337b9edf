package org.startupatlas.bench.move;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.startupatlas.bench.fire.Node;
import org.startupatlas.dbcopy.ReleasedFile;
import org.startupatlas.dbcopy.Written;
import org.startupatlas.testing.TestKeys;

/**
 * Makes the database file of this release, which is kept so that every later build is known to start on it;
 * {@code src/bench/released} runs it.
 */
public final class ReleasedDatabase {

    private ReleasedDatabase() {}

    /** Makes the file: the folder of the built product, the version, and an empty folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Written written = make(Path.of(arguments[0]), folder);
        Path kept = ReleasedFile.keep(arguments[1], folder, written);
        System.out.println(kept + ": revision " + written.revision() + ", " + Files.size(kept) + " bytes");
        System.exit(0); // whatever threads the clients of HTTP have left
    }

    /** Leaves a database in that folder: the bundled data, and what is written to it. */
    static Written make(Path jar, Path folder) throws IOException, InterruptedException, SQLException {
        Node node = new Node("made", jar, folder, settings(folder));
        node.start();
        try {
            RestAssured.baseURI = node.address().toString();
            Written written = Written.write();
            node.stop();
            compact(folder);
            return written;
        } finally {
            node.kill();
        }
    }

    /** What leads a node to the database in a folder. */
    static Map<String, String> settings(Path folder) {
        return Map.of("ATLAS_DATA_DIR", folder.toAbsolutePath().toString(), "ATLAS_ADMIN_KEY", TestKeys.ADMIN);
    }

    private static void compact(Path folder) throws SQLException {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("atlas")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN DEFRAG");
        }
    }
}
