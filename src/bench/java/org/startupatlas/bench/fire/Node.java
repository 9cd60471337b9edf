package org.startupatlas.bench.fire;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of the product, with the same address after each restart. */
public final class Node {

    /** The key of all writes. */
    static final String KEY = "the-admin-key-under-fire";

    /** Starting takes seconds, and longer on a busy machine. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final String name;
    private final int port;
    private final Path jar;
    private final Path folder;
    private final Map<String, String> settings;
    private final String heap;
    private Process process;

    /**
     * Creates a process without starting it.
     *
     * @param jar the folder of the built product, with {@code quarkus-run.jar}
     * @param folder where its log is written
     * @param settings environment variables, which come before those that it has without them
     */
    public Node(String name, Path jar, Path folder, Map<String, String> settings) throws IOException {
        this(name, jar, folder, settings, "512m");
    }

    /**
     * Creates a process with another heap.
     *
     * @param heap its maximum, as in {@code -Xmx}
     */
    public Node(String name, Path jar, Path folder, Map<String, String> settings, String heap) throws IOException {
        this.name = name;
        this.port = FreePort.find();
        this.jar = jar;
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        this.heap = heap;
    }

    /** Returns the address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Starts the process and waits until it listens. */
    public void start() throws IOException, InterruptedException {
        ProcessBuilder builder = process();
        process = builder.start();
        CompletableFuture<Void> listening = new CompletableFuture<>();
        Process started = process;
        Thread log = new Thread(() -> log(started, listening), "log of " + name);
        log.setDaemon(true);
        log.start();
        try {
            listening.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new BrokenPromise(name + " did not start; see its log in " + folder, failed);
        }
    }

    private void log(Process started, CompletableFuture<Void> listening) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
                BufferedWriter file = Files.newBufferedWriter(
                        folder.resolve(name + ".log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                if (line.contains("Listening on:")) {
                    listening.complete(null);
                }
            }
            listening.completeExceptionally(new IOException(name + " has ended"));
        } catch (IOException broken) {
            // The pipe of a killed process breaks; the exit of the process is reported elsewhere.
            listening.completeExceptionally(broken);
        }
    }

    /** Returns the id of the running process. */
    public long pid() {
        return process.pid();
    }

    /** Kills the process with SIGKILL and waits for its end. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Stops the process and waits for its end. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private ProcessBuilder process(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx" + heap,
                "-jar",
                jar.resolve("quarkus-run.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", String.valueOf(port),
                        "ATLAS_ADMIN_KEY", KEY,
                        "ATLAS_SAMPLE_DATA", "true",
                        "ATLAS_QUOTA_ANONYMOUS", "0",
                        "ATLAS_QUOTA_KEY", "0"));
        builder.environment().putAll(settings);
        return builder;
    }

    /** The exit code and output of a command of the product. */
    public record Ended(int code, String output) {}

    /** Runs a command of the product, with the settings of the node. */
    public Ended run(String... arguments) throws IOException, InterruptedException {
        Process command = process(arguments).start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(command.waitFor(), output);
    }

    /** Waits until the node is ready, including its search index. */
    public void awaitReady() throws IOException {
        URL ready = address().resolve("/q/health/ready").toURL();
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (((HttpURLConnection) ready.openConnection()).getResponseCode() != 200) {
            if (Instant.now().isAfter(deadline)) {
                throw new BrokenPromise(name + " is not ready");
            }
        }
    }
}
