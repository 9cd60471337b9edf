package org.startupatlas.imports.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.UUID;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.file.ReadingOptions;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.Violation;

/** An import job: one uploaded file, the options of its request, and its progress. */
@Entity
@Table(name = "import_job")
public class ImportJob {

    /** The code of a job whose upload was cut off. */
    public static final String BODY_CUT = "body-cut";

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

    private boolean strict;

    private boolean matchByName;

    @Column(nullable = false)
    private String conflict;

    private String source;

    private String sourceUrl;

    private String sourceDate;

    private String confidence;

    private String charset;

    private String delimiter;

    private String sheet;

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

    /** Creates a queued job of the given node. */
    ImportJob(ImportRequest request, UploadStore.Upload file, UUID node, Instant now) {
        id = file.id();
        resource = request.schema().resource();
        state = ImportState.QUEUED.code();
        dry = request.options().isDry();
        mode = request.options().mode().code();
        onError = request.options().onError().code();
        matchByName = request.options().isSureByName();
        conflict = request.options().conflict().code();
        source = request.options().source().publisher();
        sourceUrl = request.options().source().url();
        sourceDate = request.options().source().published();
        confidence = request.options().source().confidence();
        ReadingOptions reading = request.options().reading();
        strict = reading.strict();
        charset = reading.charset() == null ? null : reading.charset().name();
        delimiter = reading.delimiter() == null ? null : reading.delimiter().toString();
        sheet = reading.sheet();
        mapping = StoredJson.write(reading.mapping());
        writtenBy = request.author();
        idempotencyKey = request.idempotencyKey();
        sha256 = file.sha256();
        bytesTotal = file.bytes();
        this.node = node;
        beatAt = now;
        createdAt = now;
    }

    /** Creates a failed job for a truncated upload. It has no idempotency key, so that the request can be repeated. */
    static ImportJob ofTruncated(ImportRequest request, UploadStore.Upload part, UUID node, Instant now) {
        ImportJob job = new ImportJob(request, part, node, now);
        job.idempotencyKey = null;
        job.state = ImportState.FAILED.code();
        job.problem = StoredJson.problem(Violation.ofWhole(BODY_CUT));
        job.endedAt = now;
        return job;
    }

    public UUID id() {
        return id;
    }

    public String resource() {
        return resource;
    }

    public ImportState state() {
        return ImportState.ofCode(state);
    }

    public ImportOptions options() {
        return new ImportOptions(
                dry,
                StoredJson.ofCode(ImportOptions.Mode.class, mode),
                StoredJson.ofCode(ImportOptions.OnError.class, onError),
                matchByName,
                StoredJson.ofCode(ImportOptions.Conflict.class, conflict),
                new ClaimSource(source, sourceUrl, sourceDate, confidence),
                new ReadingOptions(
                        charset == null ? null : Charset.forName(charset),
                        delimiter == null ? null : delimiter.charAt(0),
                        sheet,
                        strict,
                        StoredJson.stringMap(mapping)));
    }

    /** Whether a request has the same file and the same options. A dry run is not the same request as the import. */
    public boolean isOf(ImportRequest request, UploadStore.Upload file) {
        return sha256.equals(file.sha256()) && options().equals(request.options());
    }

    public String writtenBy() {
        return writtenBy;
    }

    UUID node() {
        return node;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public long bytesTotal() {
        return bytesTotal;
    }

    public long bytesRead() {
        return bytesRead;
    }

    public RowCounts rows() {
        return new RowCounts(rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRefused);
    }

    /** Returns the {@link org.startupatlas.imports.file.Detection} as JSON; null before the file was opened. */
    public String detection() {
        return detection;
    }

    /** Returns the problem as JSON; null if there is none. */
    public String problem() {
        return problem;
    }

    /** Returns the time at which the report was deleted; null if it was not. */
    public Instant reportDeletedAt() {
        return reportDeletedAt;
    }
}
