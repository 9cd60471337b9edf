package org.startupatlas.imports.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.startupatlas.imports.batch.BatchPrefetcher;
import org.startupatlas.imports.batch.ConcurrentWriteDetector;
import org.startupatlas.imports.batch.FileRows;
import org.startupatlas.imports.batch.ImportProvenance;
import org.startupatlas.imports.batch.MatchedBatch;
import org.startupatlas.imports.batch.RowBatch;
import org.startupatlas.imports.batch.RowFailures;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.write.batch.Additions;
import org.startupatlas.write.batch.BatchWriter;

/** Prepares the rows of a job before the transaction that writes them: gives them slugs, and matches them. */
final class RowPreparation implements BatchPrefetcher.Steps {

    private final ImportJob job;
    private final ResourceSchema schema;
    private final ImportProvenance provenance;
    private final RowMatcher matcher;
    private final BatchWriter writer;
    private final ConcurrentWriteDetector concurrentWrites;
    private final RowFailures failures;
    private final FileRows fileRows;

    RowPreparation(
            ImportJob job,
            ResourceSchema schema,
            ImportProvenance provenance,
            RowMatcher matcher,
            BatchWriter writer,
            ConcurrentWriteDetector concurrentWrites,
            RowFailures failures,
            FileRows fileRows) {
        this.job = job;
        this.schema = schema;
        this.provenance = provenance;
        this.matcher = matcher;
        this.writer = writer;
        this.concurrentWrites = concurrentWrites;
        this.failures = failures;
        this.fileRows = fileRows;
    }

    /** Gives a row without id, slug and name the slug that is generated from its values. */
    @Override
    public ImportRow withSlug(ImportRow row) {
        boolean hasName = List.of("id", "slug", "name").stream()
                .anyMatch(name -> row.record().path(name).isTextual());
        if (hasName || !row.problems().isEmpty()) {
            return row;
        }
        try {
            matcher.resolveReferences(schema, row);
            ObjectNode values = Additions.ofDefaults(row.defaults()).to(row.record());
            writer.slugOf(schema, values).ifPresent(slug -> row.record().put("slug", slug));
            return row;
        } catch (RuntimeException failed) {
            rethrowIfUnavailable(failed);
            return failures.refused(row, failed);
        }
    }

    @Override
    public void skip(ImportRow written) {
        fileRows.addWritten(written);
    }

    @Override
    public ImportRow refused(ImportRow unreadable) {
        rethrowIfUnavailable(unreadable.failure());
        return failures.refused(unreadable, unreadable.failure());
    }

    /**
     * Empty if matching fails because of a row, or if a row may refer to one of the batch that is being written: the
     * transaction matches again.
     */
    @Override
    public Optional<MatchedBatch> matched(RowBatch rows) {
        try {
            MatchedBatch matched = MatchedBatch.of(schema, job.options(), provenance, matcher, rows.rows());
            return matched.hasUnknownReferences() ? Optional.empty() : Optional.of(matched.drafted(writer, schema));
        } catch (RuntimeException failed) {
            rethrowIfUnavailable(failed);
            return Optional.empty();
        }
    }

    @Override
    public long lastWrittenRow() {
        return job.rows().read();
    }

    @Override
    public long foreignRevisions() {
        return concurrentWrites.foreignRevisions();
    }

    /** Rethrows an error that is no row's fault and interrupts the whole job: the database is unavailable. */
    private static void rethrowIfUnavailable(RuntimeException failed) {
        if (DatabaseException.isCauseOf(failed)) {
            throw failed;
        }
    }
}
