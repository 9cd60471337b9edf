package org.startupatlas;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the application. */
@QuarkusMain
public final class StartupAtlas {

    private static final String DATA_DIR = "atlas.data-dir";

    private StartupAtlas() {}

    /** Runs until it is told to stop. */
    public static void main(String... arguments) {
        // H2 takes ./data and /data, but neither data nor ~/data: it is given no choice.
        String folder = System.getProperty(DATA_DIR, System.getenv("ATLAS_DATA_DIR"));
        if (folder != null && !folder.isBlank()) {
            System.setProperty(DATA_DIR, Path.of(folder).toAbsolutePath().toString());
        }
        Quarkus.run(arguments);
    }
}
