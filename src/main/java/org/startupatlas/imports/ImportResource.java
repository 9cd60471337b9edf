package org.startupatlas.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.job.ImportJobs;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.type.ValueTypes;

/** The import endpoints. Curators may import all resources, contributors those that their role allows. */
@Path("/v1/imports")
public class ImportResource {

    /** A resource begins with a letter, a job id with a digit, so that the two paths are distinct. */
    private static final String RESOURCE = "{resource:[A-Za-z][\\w.-]*}";

    private static final String JOB = "{id:[0-9][\\w.-]*}";

    private final Authenticator access;
    private final ImportReceiver receiver;
    private final ImportJobs jobs;
    private final ImportReport reports;

    ImportResource(Authenticator access, ImportReceiver receiver, ImportJobs jobs, ImportReport reports) {
        this.access = access;
        this.receiver = receiver;
        this.jobs = jobs;
        this.reports = reports;
    }

    /** Lists the latest jobs, newest first: all for a curator, their own for a contributor. */
    @GET
    public RestResponse<ObjectNode> list(@Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        Language language = language(request);
        List<ImportJob> latest = isCurator(caller) ? jobs.latest() : jobs.latestOf(caller.keyId());
        return ResponseBuilder.unstored(ImportJson.list(latest, Instant.now(), language));
    }

    /** Receives a file of rows of a resource, and starts a job. */
    @POST
    @Path(RESOURCE)
    public RestResponse<ObjectNode> begin(
            @PathParam("resource") String resource, InputStream body, @Context HttpServerRequest request) {
        Principal caller = access.require(receiver.smallestRole(resource), request);
        ImportJob job = receiver.receive(resource, caller, body, request);
        return ResponseBuilder.accepted(
                "/v1/imports/" + job.id(), ImportJson.of(job, Instant.now(), ProblemTexts.language(request)));
    }

    /** Returns a job with its progress. */
    @GET
    @Path(JOB)
    public RestResponse<ObjectNode> one(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        Language language = language(request);
        return ResponseBuilder.unstored(ImportJson.of(find(id, caller), Instant.now(), language));
    }

    /** Stops a job after its current batch; the rows written before stay. */
    @DELETE
    @Path(JOB)
    public RestResponse<ObjectNode> stop(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        Language language = language(request);
        jobs.stop(find(id, caller).id(), caller.keyId());
        return ResponseBuilder.unstored(ImportJson.of(find(id, caller), Instant.now(), language));
    }

    /** Returns the report of a job: refused rows, changed values and possible duplicates. */
    @GET
    @Path(JOB + "/report")
    public Response report(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CONTRIBUTOR, request);
        return reports.of(find(id, caller), request);
    }

    /** Deletes the report of an ended job; the job and the records that it has written stay. */
    @DELETE
    @Path(JOB + "/report")
    public Response deleteReport(@PathParam("id") String id, @Context HttpServerRequest request) {
        Principal caller = access.require(Role.CURATOR, request);
        boolean dry = RecordWriteHandler.isDry(request);
        ImportJob job = find(id, caller);
        ImportReport.requireReportExists(job);
        if (job.endedAt() == null) {
            throw new ProblemException(Problem.of(ProblemKind.CONFLICT, List.of(Violation.ofWhole("import-not-over"))));
        }
        if (dry) {
            return ResponseBuilder.unstored(ImportJson.deletedReport(job, jobs.countReportEntries(job.id())))
                    .toResponse();
        }
        if (!jobs.deleteReport(job.id())) {
            ImportReport.requireReportExists(find(id, caller));
        }
        return ResponseBuilder.noContent();
    }

    /** Returns the language of the messages. */
    private static Language language(HttpServerRequest request) {
        ParameterSet parameters = RequestParameters.only(request, List.of("lang"));
        Optional<Language> language = parameters.language();
        parameters.rejectIfInvalid();
        return language.orElseGet(() -> ProblemTexts.language(request));
    }

    private ImportJob find(String id, Principal caller) {
        return Optional.of(id)
                .filter(ValueTypes::isUuid)
                .flatMap(uuid -> jobs.find(UUID.fromString(uuid)))
                .filter(job -> isCurator(caller) || job.writtenBy().equals(caller.keyId()))
                .orElseThrow(() -> ProblemException.unknownRecord("imports", id, null));
    }

    private static boolean isCurator(Principal caller) {
        return caller.role().includes(Role.CURATOR);
    }
}
