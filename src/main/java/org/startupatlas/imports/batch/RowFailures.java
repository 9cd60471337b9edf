package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.UnreadableRow;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.write.batch.BatchConflictException;

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

    /** Whether an error stops the whole job: it is no longer active on this node, or the database is unavailable. */
    public static boolean isOfJob(RuntimeException failed) {
        return failed instanceof JobLostException || DatabaseException.isCauseOf(failed);
    }

    /** Returns a refused row for one that failed when it was written by itself. */
    public ImportRow refused(ImportRow row, RuntimeException failed) {
        return refused(row.number(), row.line(), failed);
    }

    /** Returns a refused row for one that could not be read. */
    public ImportRow refused(UnreadableRow row) {
        return refused(row.number(), row.line(), row);
    }

    private ImportRow refused(long number, long line, RuntimeException failed) {
        return new ImportRow(number, line, JsonNodeFactory.instance.objectNode(), List.of(problem(line, failed)));
    }

    private Violation problem(long line, RuntimeException failed) {
        if (failed instanceof BatchConflictException) {
            LOG.warnf(failed, "import %s: others write the same as the row at line %d", job, line);
            return Violation.ofWhole("conflicting-write");
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failed, "import %s: the row at line %d failed, reported as %s", job, line, reference);
        return Violation.ofWhole("row-failed", reference);
    }
}
