package org.startupatlas;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.startupatlas.dbcopy.MoveCommand;

/** Starts the application, or carries out a command in its place. */
@QuarkusMain
public final class Main {

    private static final String DATA_DIR = "atlas.data-dir";

    private static final String PROFILE = "quarkus.profile";

    private Main() {}

    /** Runs until it is told to stop, or the command is done. */
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            carryOut(arguments);
            return;
        }
        // H2 takes ./data and /data, but neither data nor ~/data: it is given no choice.
        String folder = System.getProperty(DATA_DIR, System.getenv("ATLAS_DATA_DIR"));
        if (folder != null && !folder.isBlank()) {
            System.setProperty(DATA_DIR, Path.of(folder).toAbsolutePath().toString());
        }
        Quarkus.run(arguments);
    }

    /** A command that is mistyped must not start a node, which would load the bundled data into an empty database. */
    private static void carryOut(String... arguments) {
        if (!MoveCommand.matches(arguments)) {
            System.err.println(MoveCommand.USAGE);
            System.exit(2);
        }
        System.setProperty(PROFILE, "prod," + MoveCommand.PROFILE);
        Quarkus.run(null, MoveCommand::end, arguments);
    }
}
