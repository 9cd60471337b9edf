package org.startupatlas.imports.job;

import java.util.Objects;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.query.parameter.Violation;

/**
 * The end of a job.
 *
 * @param problem why the job ended before the end of its file, or null
 * @param detection the detection of the file, or null to keep the one stored before
 */
record JobResult(ImportState state, Violation problem, Detection detection) {

    JobResult {
        Objects.requireNonNull(state, "state");
    }
}
