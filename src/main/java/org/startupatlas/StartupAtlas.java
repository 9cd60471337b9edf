package org.startupatlas;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the application. */
@QuarkusMain
public final class StartupAtlas {

    private StartupAtlas() {}

    /** Runs until it is told to stop. */
    public static void main(String... arguments) {
        // H2 would refuse ATLAS_DATA_DIR=data and ask for ./data; it reads this once, before its driver is loaded.
        System.setProperty("h2.implicitRelativePath", "true");
        Quarkus.run(arguments);
    }
}
