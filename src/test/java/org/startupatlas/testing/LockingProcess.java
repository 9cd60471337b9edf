package org.startupatlas.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.startupatlas.database.LockFile;

/** Another process that tries to lock a file, and holds the lock until it is killed. */
public final class LockingProcess implements Closeable {
    private final Process process;
    private final boolean isLocked;

    /** Starts it, and waits until it has tried. */
    public LockingProcess(Path file) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        isLocked = Boolean.parseBoolean(out.readLine());
    }

    public boolean isLocked() {
        return isLocked;
    }

    /** Kills the process, without giving it time to release the lock. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Argument: the file. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(LockFile.tryLock(Path.of(arguments[0])).isPresent());
        System.in.read();
    }
}
