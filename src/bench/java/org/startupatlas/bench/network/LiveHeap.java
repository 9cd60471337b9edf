package org.startupatlas.bench.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Measures the objects that are alive in a process, after a full collection. */
final class LiveHeap {

    private static final double MEBIBYTE = 1 << 20;

    private LiveHeap() {}

    /** Returns the mebibytes. The histogram collects before it counts. */
    static double mebibytes(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder("jcmd", String.valueOf(pid), "GC.class_histogram")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd ended with " + jcmd.exitValue());
        }
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[2]) / MEBIBYTE)
                .findFirst()
                .orElseThrow();
    }
}
