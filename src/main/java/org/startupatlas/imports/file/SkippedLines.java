package org.startupatlas.imports.file;

import java.util.ArrayList;
import java.util.List;

/** The lines below the header that are no rows; the first of them, because the job shows them. */
final class SkippedLines {

    private final List<Detection.Skipped> lines = new ArrayList<>();

    synchronized void add(long line, String why) {
        if (lines.size() < Detection.MAX_SKIPPED) {
            lines.add(new Detection.Skipped(line, why));
        }
    }

    synchronized List<Detection.Skipped> lines() {
        return List.copyOf(lines);
    }
}
