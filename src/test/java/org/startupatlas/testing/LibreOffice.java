package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, where it is installed. */
public final class LibreOffice {

    private static final int MINUTES = 3;

    private LibreOffice() {}

    /** Whether {@code soffice} is on the PATH. */
    public static boolean isInstalled() {
        return path().isPresent();
    }

    /**
     * Opens files and saves them in the folder {@code seen}.
     *
     * @param folder an empty folder, or one with the files
     * @param importFilter the filter with which they are opened
     * @param format the format in which they are saved, as of {@code --convert-to}
     */
    public static void convert(Path folder, List<Path> files, String importFilter, String format)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                path().orElseThrow().toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--infilter=" + importFilter,
                "--convert-to",
                format,
                "--outdir",
                folder.resolve("seen").toString()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log")));
    }

    private static Optional<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
