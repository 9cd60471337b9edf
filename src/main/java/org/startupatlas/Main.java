package org.startupatlas;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.startupatlas.dbcopy.MoveCommand;

/** Starts the application or a command. */
@QuarkusMain
public final class Main {

    private static final String DATA_DIR = "atlas.data-dir";

    private static final String PROFILE = "quarkus.profile";

    private Main() {}

    /** Runs until the application is stopped or the command has ended. */
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            runCommand(arguments);
            return;
        }
        // H2 accepts ./data and /data, but neither data nor ~/data, so the path is made absolute.
        String folder = System.getProperty(DATA_DIR, System.getenv("ATLAS_DATA_DIR"));
        if (folder != null && !folder.isBlank()) {
            System.setProperty(DATA_DIR, Path.of(folder).toAbsolutePath().toString());
        }
        Quarkus.run(arguments);
    }

    /**
     * Runs a command. Exits with the usage for an unknown one: it must not start a node, which would load the bundled
     * data into an empty database.
     */
    private static void runCommand(String... arguments) {
        if (!MoveCommand.matches(arguments)) {
            System.err.println(MoveCommand.USAGE);
            System.exit(2);
        }
        System.setProperty(PROFILE, "prod," + MoveCommand.PROFILE);
        Quarkus.run(null, MoveCommand::end, arguments);
    }
}
