package org.startupatlas.imports;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.Limits;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.job.ImportJobRepository;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.type.ValueTypes;

/** The import endpoints. Curators may import all resources, contributors those that their role allows. */
@Tag(name = "Imports")
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "header")
@Path("/v1/imports")
public class ImportResource {

    /** A resource begins with a letter, a job id with a digit, so that the two paths are distinct. */
    private static final String RESOURCE = "{resource:[A-Za-z][\\w.-]*}";

    private static final String JOB = "{id:[0-9][\\w.-]*}";

    private static final String OWN_JOBS = " It takes a curator's key, or, for its own jobs, a contributor's.";

    private static final String ID = "The job's id.";

    private final Authenticator access;
    private final ImportReceiver receiver;
    private final ImportJobRepository jobs;
    private final ImportReport reports;

    ImportResource(Authenticator access, ImportReceiver receiver, ImportJobRepository jobs, ImportReport reports) {
        this.access = access;
        this.receiver = receiver;
        this.jobs = jobs;
        this.reports = reports;
    }

    /** Lists the latest jobs, newest first: all for a curator, their own for a contributor. */
    @GET
    @Operation(
            operationId = "listImports",
            summary = "List the imports",
            description = "The latest " + Limits.MAX_IMPORTS_LISTED + " jobs, the newest first. A job that has ended is"
                    + " kept for " + Limits.DAYS_OF_IMPORTS + " days." + OWN_JOBS)
    @QueryParameters(JobParameters.class)
    @APIResponse(responseCode = "200", description = "The latest jobs.")
    public RestResponse<ImportJobJson.Latest> list(@Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        JobParameters parameters = JobParameters.of(request);
        List<ImportJob> latest = isCurator(caller) ? jobs.latest() : jobs.latestOf(caller.keyId());
        Instant now = Instant.now();
        return ResponseBuilder.unstored(new ImportJobJson.Latest(latest.stream()
                .map(job -> ImportJobJson.of(job, now, parameters.lang()))
                .toList()));
    }

    /** Receives a file of rows of a resource, and starts a job. */
    @POST
    @Path(RESOURCE)
    @Operation(operationId = "import")
    @QueryParameters(UploadParameters.class)
    @Parameter(ref = "Idempotency-Key")
    @APIResponse(
            responseCode = "200",
            description = "With preview: how the file is read.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreviewJson.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJobJson.class),
                            examples = @ExampleObject(name = "example", value = ImportJobJson.QUEUED_EXAMPLE)))
    public Response begin(@RestPath String resource, InputStream body, @Context HttpServerRequest request) {
        Principal caller = access.require(receiver.minRole(resource), request);
        UploadParameters parameters = receiver.parameters(request);
        Language language = ProblemTexts.language(request);
        if (parameters.preview()) {
            return ResponseBuilder.unstored(PreviewJson.of(
                            receiver.preview(resource, parameters.options(), caller, body, request), language))
                    .toResponse();
        }
        ImportJob job = receiver.receive(resource, parameters.options(), caller, body, request);
        return ResponseBuilder.accepted("/v1/imports/" + job.id(), ImportJobJson.of(job, Instant.now(), language))
                .toResponse();
    }

    /** Returns a job with its progress. */
    @GET
    @Path(JOB)
    @Operation(
            operationId = "getImport",
            summary = "Read one import",
            description = "The progress of a job." + OWN_JOBS)
    @QueryParameters(JobParameters.class)
    @APIResponse(responseCode = "200", description = "The job.")
    public RestResponse<ImportJobJson> one(
            @RestPath @Parameter(description = ID, example = ImportJobJson.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        JobParameters parameters = JobParameters.of(request);
        return ResponseBuilder.unstored(ImportJobJson.of(find(id, caller), Instant.now(), parameters.lang()));
    }

    /** Stops a job after its current batch; the rows written before stay. */
    @DELETE
    @Path(JOB)
    @Operation(
            operationId = "stopImport",
            summary = "Stop an import",
            description = "Stops a job after its current batch of rows and returns it; what it has written stays. A job"
                    + " that has ended is not changed." + OWN_JOBS)
    @QueryParameters(JobParameters.class)
    @APIResponse(responseCode = "200", description = "The job.")
    public RestResponse<ImportJobJson> stop(
            @RestPath @Parameter(description = ID, example = ImportJobJson.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        JobParameters parameters = JobParameters.of(request);
        jobs.stop(find(id, caller).id(), caller.keyId());
        return ResponseBuilder.unstored(ImportJobJson.of(find(id, caller), Instant.now(), parameters.lang()));
    }

    /** Returns the report of a job: refused rows, changed values and possible duplicates. */
    @GET
    @Path(JOB + "/report")
    @Operation(
            operationId = "getImportReport",
            summary = "Read the report of an import",
            description = "Every refused row, with all that is wrong with it; every changed record, with its values"
                    + " before and after; and the records that a new one may duplicate. Up to the progress of the job,"
                    + " in the order of the rows." + OWN_JOBS)
    @QueryParameters(ReportParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JsonReport.class)),
            extensions = @Extension(name = "x-content", value = ReportLines.CONTENT, parseValue = true))
    public Response report(
            @RestPath @Parameter(description = ID, example = ImportJobJson.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        ImportJob job = find(id, caller);
        return reports.of(job, ReportParameters.of(request));
    }

    /** Deletes the report of an ended job; the job and the records that it has written stay. */
    @DELETE
    @Path(JOB + "/report")
    @Operation(
            operationId = "deleteImportReport",
            summary = "Delete the report of an import",
            description = "Deletes the report of an ended job, with the values in it. The job stays, and so does what"
                    + " it has written; the report answers 410 from then on. It takes a curator's"
                    + " key.")
    @Parameter(ref = "write.dry_run")
    @APIResponse(
            responseCode = "200",
            description = "With dry_run: what would be deleted.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "DryRun"),
                            examples = @ExampleObject(name = "example", value = DeletedReport.EXAMPLE)))
    @APIResponse(responseCode = "204", ref = "Deleted")
    @APIResponse(responseCode = "409", ref = "409")
    public Response deleteReport(
            @RestPath @Parameter(description = ID, example = ImportJobJson.EXAMPLE_ID) String id,
            @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CURATOR, request);
        boolean dry = RecordWriteHandler.isDry(request);
        ImportJob job = find(id, caller);
        ImportReport.requireReportExists(job);
        if (job.endedAt() == null) {
            throw RejectedException.of(ProblemKind.CONFLICT, Violation.ofWhole("import-not-over"));
        }
        if (dry) {
            return ResponseBuilder.unstored(DeletedReport.of(job.id(), jobs.countReportEntries(job.id())))
                    .toResponse();
        }
        if (!jobs.deleteReport(job.id())) {
            ImportReport.requireReportExists(find(id, caller));
        }
        return ResponseBuilder.noContent();
    }

    private ImportJob find(String id, Principal caller) {
        return Optional.of(id)
                .filter(ValueTypes::isUuid)
                .flatMap(uuid -> jobs.read(UUID.fromString(uuid)))
                .filter(job -> isCurator(caller) || job.writtenBy().equals(caller.keyId()))
                .orElseThrow(() -> RejectedException.unknownRecord("imports", id, null));
    }

    private static boolean isCurator(Principal caller) {
        return caller.role().includes(Role.CURATOR);
    }
}
