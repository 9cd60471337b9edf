package org.startupatlas.imports;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.Limits;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.record.WriteOperation;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.job.ImportJobRepository;
import org.startupatlas.imports.job.ImportPreviewer;
import org.startupatlas.imports.job.ImportRequest;
import org.startupatlas.imports.job.ImportWorkers;
import org.startupatlas.imports.job.UploadStore;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Receives the requests that start imports: parses the parameters, and stores the body while it is received. */
@Singleton
class ImportReceiver {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    /**
     * The accepted media types: those of the formats, those that browsers and curl send for unknown types, and the one
     * that Windows uses for CSV.
     */
    private static final Set<String> MEDIA_TYPES = Set.of(
            "text/csv",
            "text/plain",
            "text/tab-separated-values",
            "application/csv",
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/gzip",
            "application/x-gzip",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "application/json",
            "application/vnd.ms-excel",
            XLSX,
            ODS);

    /** The media types that are named in the OpenAPI document. */
    private static final String DOCUMENTED_TYPES = "text/csv, application/x-ndjson, application/json, " + XLSX + ", "
            + ODS + ", application/gzip, application/octet-stream";

    /** The countries are those of ISO 3166-1; no import changes them. */
    private static final String READ_ONLY = ResourceSchema.COUNTRIES;

    /** How much of a text is read for a preview. */
    private static final int MAX_PREVIEWED = 1 << 20;

    private final SchemaRegistry registry;
    private final UploadStore uploads;
    private final ImportJobRepository jobs;
    private final ImportWorkers workers;
    private final Vocabularies vocabularies;
    private final ImportPreviewer previewer;

    ImportReceiver(
            SchemaRegistry registry,
            UploadStore uploads,
            ImportJobRepository jobs,
            ImportWorkers workers,
            Vocabularies vocabularies,
            ImportPreviewer previewer) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.uploads = uploads;
        this.jobs = jobs;
        this.workers = workers;
        this.previewer = previewer;
    }

    /** Returns the lowest role that may import a resource; curator for an unknown resource. */
    Role minRole(String resource) {
        return registry.find(resource).flatMap(WriteOperation.IMPORT::minRole).orElse(Role.CURATOR);
    }

    /**
     * Returns the parameters of an upload.
     *
     * @throws RejectedException if a parameter is unknown, repeated or invalid
     */
    UploadParameters parameters(HttpServerRequest request) {
        return ImportRequestParser.parameters(request, vocabularies.codes(CommonFields.CONFIDENCES));
    }

    /**
     * Stores an uploaded file, and queues a job for it. If the upload is truncated, a failed job records it, because
     * the client may no longer receive the answer.
     *
     * @return the job, or that of an earlier request with the same idempotency key
     * @throws RejectedException if the resource is unknown, the quota is full, the file is too large or truncated, or
     *     the idempotency key was used for another file or other options
     */
    ImportJob receive(
            String resource, ImportOptions options, Principal caller, InputStream body, HttpServerRequest request) {
        requireMediaType(request);
        String idempotencyKey = RecordWriteHandler.idempotencyName(request).orElse(null);
        ImportRequest importRequest = new ImportRequest(schema(resource), options, caller.keyId(), idempotencyKey);
        UploadStore.Upload file = store(body, Limits.bodySize(request.headers()), importRequest);
        try {
            return jobs.findEarlier(importRequest).isEmpty()
                    ? workers.submit(importRequest, file).orElseGet(() -> earlierJob(importRequest, file))
                    : earlierJob(importRequest, file);
        } catch (RuntimeException failed) {
            workers.removeUnlessActive(file.id());
            throw failed;
        }
    }

    /**
     * Reads the beginning of a file, and of a workbook all of it; the rest is read and dropped, so that clients that
     * send all of it before they read the response do not fail.
     *
     * @throws RejectedException if the resource is unknown, or the file is empty, truncated or too large
     */
    ImportPreviewer.Preview preview(
            String resource, ImportOptions options, Principal caller, InputStream body, HttpServerRequest request) {
        requireMediaType(request);
        ImportRequest importRequest = new ImportRequest(schema(resource), options, caller.keyId(), null);
        long length = Limits.bodySize(request.headers());
        if (length > Limits.MAX_IMPORT_BYTES) {
            throw RejectedException.of(ProblemKind.PAYLOAD_TOO_LARGE);
        }
        try {
            byte[] first = body.readNBytes(MAX_PREVIEWED);
            InputStream beginning = new ByteArrayInputStream(first);
            if (RowSource.isReadWhole(first)) {
                UploadStore.Upload file =
                        uploads.store(new SequenceInputStream(beginning, body), length, Limits.MAX_IMPORT_BYTES);
                return previewer.ofWorkbook(importRequest, requireWhole(file));
            }
            boolean isCut = body.transferTo(OutputStream.nullOutputStream()) > 0;
            UploadStore.Upload file = uploads.store(beginning, first.length, Limits.MAX_IMPORT_BYTES);
            return previewer.ofText(importRequest, requireWhole(file), isCut);
        } catch (IOException truncated) {
            throw malformed(ImportJob.BODY_CUT);
        }
    }

    private UploadStore.Upload requireWhole(UploadStore.Upload file) {
        if (file.isTruncated()) {
            throw malformed(ImportJob.BODY_CUT);
        }
        if (file.bytes() == 0) {
            uploads.remove(file.id());
            throw malformed("empty-body");
        }
        return file;
    }

    /** Returns the job of an earlier request with the same idempotency key, and removes the file. */
    private ImportJob earlierJob(ImportRequest request, UploadStore.Upload file) {
        uploads.remove(file.id());
        return jobs.findEarlier(request)
                .filter(job -> job.isOf(request, file))
                .orElseThrow(() -> RejectedException.of(
                        ProblemKind.INVALID_RECORD,
                        Violation.ofWhole("idempotency-key-reused", request.idempotencyKey())));
    }

    private ResourceSchema schema(String resource) {
        List<String> writable = registry.schemas().stream()
                .map(ResourceSchema::resource)
                .filter(name -> !name.equals(READ_ONLY))
                .toList();
        if (!writable.contains(resource)) {
            throw RejectedException.unknownPath(
                    "/v1/imports/" + resource,
                    DidYouMean.nearest(resource, writable)
                            .map(suggestion -> "/v1/imports/" + suggestion)
                            .orElse(null));
        }
        return registry.get(resource);
    }

    private static void requireMediaType(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        String coding = request.getHeader("Content-Encoding");
        boolean isKnown =
                type == null || MEDIA_TYPES.contains(type.split(";")[0].strip().toLowerCase(Locale.ROOT));
        boolean isReadable = coding == null || Set.of("identity", "gzip").contains(coding.toLowerCase(Locale.ROOT));
        if (!isKnown || !isReadable) {
            throw RejectedException.of(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE, Violation.ofWhole("import-media-type", DOCUMENTED_TYPES));
        }
    }

    private UploadStore.Upload store(InputStream body, long contentLength, ImportRequest importRequest) {
        try {
            UploadStore.Upload file = uploads.store(body, contentLength, Limits.MAX_IMPORT_BYTES);
            if (file.isTruncated()) {
                workers.recordTruncated(importRequest, file);
            }
            return requireWhole(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("a file that is sent cannot be stored", unwritable);
        }
    }

    private static RejectedException malformed(String code) {
        return RejectedException.of(ProblemKind.MALFORMED_REQUEST, Violation.ofWhole(code));
    }
}
