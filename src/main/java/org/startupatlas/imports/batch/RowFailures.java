package org.startupatlas.imports.batch;

import java.util.UUID;
import org.jboss.logging.Logger;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.RetryException;

/**
 * Refuses the rows of a job that failed with an unexpected error, so that the job continues after them. The error is
 * logged with the reference that the report contains.
 */
public final class RowFailures {

    private static final Logger LOG = Logger.getLogger(RowFailures.class);

    private final UUID job;

    public RowFailures(UUID job) {
        this.job = job;
    }

    /** Returns a refused row for one that could not be read, or that failed when it was written by itself. */
    public ImportRow refused(ImportRow row, RuntimeException failed) {
        return row.refusedFor(problem(row.line(), failed));
    }

    private Violation problem(long line, RuntimeException failed) {
        if (failed instanceof RetryException) {
            LOG.warnf(failed, "import %s: the row at line %d conflicts with concurrent writes", job, line);
            return Violation.ofWhole("conflicting-write");
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failed, "import %s: the row at line %d failed, reported as %s", job, line, reference);
        return Violation.ofWhole("row-failed", reference);
    }
}
