package org.startupatlas.imports.job;

import java.util.Objects;
import org.startupatlas.imports.file.Detection;

/**
 * How a job ends.
 *
 * @param problem why before its file did, or null
 * @param detection what was found out about the file by then, or null if it was never opened
 */
record JobResult(ImportState state, JobProblem problem, Detection detection) {

    JobResult {
        Objects.requireNonNull(state, "state");
    }
}
