package org.startupatlas.transfer.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.UUID;

/** A file that is read in: what was asked, and how far it is. */
@Entity
@Table(name = "import_job")
class ImportJob {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String resource;

    @Column(nullable = false)
    private String state;

    private boolean dry;

    @Column(nullable = false)
    private String mode;

    @Column(nullable = false)
    private String onError;

    private String charset;

    private String delimiter;

    private String mapping;

    @Column(nullable = false)
    private String writtenBy;

    private String idempotencyKey;

    @Column(nullable = false)
    private String sha256;

    @Column(nullable = false)
    private UUID node;

    @Column(nullable = false)
    private Instant beatAt;

    @Column(nullable = false)
    private Instant createdAt;

    private Instant startedAt;

    private Instant endedAt;

    private long bytesTotal;

    private long bytesRead;

    private long rowsRead;

    private long rowsCreated;

    private long rowsUpdated;

    private long rowsUnchanged;

    private long rowsRefused;

    private String detection;

    private String problem;

    private Instant reportDeletedAt;

    protected ImportJob() {}

    /** A job that waits for its turn on a node. */
    ImportJob(ImportRequest request, Spool.Stored file, UUID node, Instant now) {
        id = file.id();
        resource = request.declaration().resource();
        state = ImportState.QUEUED.code();
        dry = request.options().isDry();
        mode = StoredJson.word(request.options().mode());
        onError = StoredJson.word(request.options().onError());
        ReadingOptions reading = request.options().reading();
        charset = reading.charset() == null ? null : reading.charset().name();
        delimiter = reading.delimiter() == null ? null : reading.delimiter().toString();
        mapping = StoredJson.write(reading.mapping());
        writtenBy = request.author();
        idempotencyKey = request.idempotencyKey();
        sha256 = file.sha256();
        bytesTotal = file.bytes();
        this.node = node;
        beatAt = now;
        createdAt = now;
    }

    /** A job that is over because its file broke off; its request can be tried again under the same name. */
    static ImportJob ofBrokenOff(ImportRequest request, Spool.Stored part, UUID node, Instant now) {
        ImportJob job = new ImportJob(request, part, node, now);
        job.idempotencyKey = null;
        job.state = ImportState.FAILED.code();
        job.problem = StoredJson.write(JobProblem.of(JobProblem.BODY_CUT));
        job.endedAt = now;
        return job;
    }

    UUID id() {
        return id;
    }

    String resource() {
        return resource;
    }

    ImportState state() {
        return ImportState.ofCode(state);
    }

    ImportOptions options() {
        return new ImportOptions(
                dry,
                StoredJson.ofWord(ImportOptions.Mode.class, mode),
                StoredJson.ofWord(ImportOptions.OnError.class, onError),
                new ReadingOptions(
                        charset == null ? null : Charset.forName(charset),
                        delimiter == null ? null : delimiter.charAt(0),
                        StoredJson.stringMap(mapping)));
    }

    /** Whether the same was asked with the same file; a dry run, for one, is not the import itself. */
    boolean isOf(ImportRequest request, Spool.Stored file) {
        return sha256.equals(file.sha256()) && options().equals(request.options());
    }

    String writtenBy() {
        return writtenBy;
    }

    UUID node() {
        return node;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    long bytesTotal() {
        return bytesTotal;
    }

    long bytesRead() {
        return bytesRead;
    }

    RowCounts rows() {
        return new RowCounts(rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRefused);
    }

    /** What was found out about the file, as JSON; null before it was opened. */
    String detection() {
        return detection;
    }

    /** Why it ended before the file did, as JSON; null if it did not. */
    String problem() {
        return problem;
    }

    /** When its report was deleted; null while it is there. */
    Instant reportDeletedAt() {
        return reportDeletedAt;
    }
}
