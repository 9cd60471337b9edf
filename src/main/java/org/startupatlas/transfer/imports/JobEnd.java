package org.startupatlas.transfer.imports;

import java.util.Objects;

/**
 * How a job ends.
 *
 * @param problem why before its file did, or null
 * @param detection what was found out about the file by then, or null if it was never opened
 */
record JobEnd(ImportState state, JobProblem problem, Detection detection) {

    JobEnd {
        Objects.requireNonNull(state, "state");
    }
}
