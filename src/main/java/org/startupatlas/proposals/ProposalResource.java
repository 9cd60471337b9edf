package org.startupatlas.proposals;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Principal;
import org.startupatlas.auth.Role;
import org.startupatlas.http.AtlasHeaders;
import org.startupatlas.http.Limits;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.proposals.store.ProposalRepository;

/** Corrections that anybody may suggest, at {@code /v1/proposals}; curators decide. */
@Tag(name = "Proposals")
@Path(ProposalJson.PATH)
public class ProposalResource {

    private static final String FOR_CURATORS = " It takes a curator's key.";

    private final Authenticator authenticator;
    private final ProposalIntake intake;
    private final ProposalRepository repository;
    private final ProposalDecisions decisions;
    private final SentProposals sent;
    private final ProposalViews views;

    ProposalResource(
            Authenticator authenticator,
            ProposalIntake intake,
            ProposalRepository repository,
            ProposalDecisions decisions,
            SentProposals sent,
            ProposalViews views) {
        this.authenticator = authenticator;
        this.intake = intake;
        this.repository = repository;
        this.decisions = decisions;
        this.sent = sent;
        this.views = views;
    }

    /** Stores a suggested correction; no key is required. */
    @POST
    @Operation(
            operationId = "createProposal",
            summary = "Suggest a correction",
            description = "Suggests values of a record, or a new record, with a source; a curator decides. It takes no"
                    + " key. Idempotency-Key is refused here (400).")
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @SecurityRequirementsSet
    @APIResponse(
            responseCode = "201",
            description = "The proposal.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalJson.class)))
    @APIResponse(responseCode = "409", ref = "409")
    public RestResponse<ProposalJson> create(
            @RequestBody(
                            description = "What should be different.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewProposal.class)))
                    InputStream body,
            @Context HttpServerRequest request) {
        intake.requireOpen();
        Optional<Principal> sender = authenticator.caller(request);
        RequestParameters.rejectAll(request);
        RecordWriteHandler.rejectIdempotencyName(request);
        Proposal proposal = intake.submit(sender, request, body);
        return ResponseBuilder.created(ProposalJson.link(proposal), views.of(proposal));
    }

    /** Lists the latest proposals. */
    @GET
    @Operation(
            operationId = "listProposals",
            summary = "List the proposals",
            description = "The latest " + Limits.MAX_PROPOSALS_LISTED + " proposals, the newest first." + FOR_CURATORS)
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @QueryParameters(ProposalParameters.class)
    @APIResponse(responseCode = "200", description = "The latest proposals.")
    public RestResponse<ProposalJson.Latest> list(@Context HttpServerRequest request) {
        intake.requireOpen();
        authenticator.require(Role.CURATOR, request);
        ProposalParameters parameters = ProposalParameters.of(request);
        return ResponseBuilder.unstored(
                new ProposalJson.Latest(views.of(repository.latest(Optional.ofNullable(parameters.state())))));
    }

    /** Returns a proposal. The id is the only credential. */
    @GET
    @Path("{id}")
    @Operation(
            operationId = "getProposal",
            summary = "Read one proposal",
            description = "One proposal. Its id is the credential.")
    @SecurityRequirementsSet
    @APIResponse(responseCode = "200", ref = "Proposal")
    public RestResponse<ProposalJson> get(
            @RestPath @Parameter(ref = "proposals.id") String id, @Context HttpServerRequest request) {
        intake.requireOpen();
        RequestParameters.rejectAll(request);
        return ResponseBuilder.unstored(views.of(sent.find(id)));
    }

    /** Writes what a proposal suggests. */
    @POST
    @Path("{id}/accept")
    @Operation(
            operationId = "acceptProposal",
            summary = "Accept a proposal",
            description =
                    "Writes what it suggests, with its source, unless that has changed since (409)." + FOR_CURATORS)
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @APIResponse(responseCode = "200", ref = "Proposal")
    @APIResponse(responseCode = "409", ref = "409")
    public RestResponse<ProposalJson> accept(
            @RestPath @Parameter(ref = "proposals.id") String id,
            @RequestBody(
                            description = "A note, if any.",
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ProposalNote.class)))
                    InputStream body,
            @Context HttpServerRequest request) {
        Principal curator = curator(request);
        String note = ProposalNote.optional(request, body).note();
        Proposal accepted = decisions.accept(sent.find(id), note, curator.keyId());
        request.response().putHeader(AtlasHeaders.REVISION, accepted.revision().toString());
        return ResponseBuilder.unstored(views.of(accepted));
    }

    /** Declines a proposal. */
    @POST
    @Path("{id}/decline")
    @Operation(
            operationId = "declineProposal",
            summary = "Decline a proposal",
            description = "Declines it; the note says why." + FOR_CURATORS)
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @APIResponse(responseCode = "200", ref = "Proposal")
    @APIResponse(responseCode = "409", ref = "409")
    public RestResponse<ProposalJson> decline(
            @RestPath @Parameter(ref = "proposals.id") String id,
            @RequestBody(ref = "ProposalNote") InputStream body,
            @Context HttpServerRequest request) {
        Principal curator = curator(request);
        String reason = ProposalNote.required(request, body).note();
        return ResponseBuilder.unstored(views.of(decisions.decline(sent.find(id), reason, curator.keyId())));
    }

    /** Asks the proposer. */
    @POST
    @Path("{id}/ask")
    @Operation(
            operationId = "askProposer",
            summary = "Ask the proposer",
            description = "Asks what the note says, and waits for the answer." + FOR_CURATORS)
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @APIResponse(responseCode = "200", ref = "Proposal")
    @APIResponse(responseCode = "409", ref = "409")
    public RestResponse<ProposalJson> ask(
            @RestPath @Parameter(ref = "proposals.id") String id,
            @RequestBody(ref = "ProposalNote") InputStream body,
            @Context HttpServerRequest request) {
        Principal curator = curator(request);
        String question = ProposalNote.required(request, body).note();
        return ResponseBuilder.unstored(views.of(decisions.ask(sent.find(id), question, curator.keyId())));
    }

    /** Stores the proposer's answer to a curator's question. The id is the only credential. */
    @POST
    @Path("{id}/answer")
    @Operation(
            operationId = "answerCurator",
            summary = "Answer a curator",
            description = "Answers a curator's question. The id is the credential.")
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @SecurityRequirementsSet
    @APIResponse(responseCode = "200", ref = "Proposal")
    @APIResponse(responseCode = "409", ref = "409")
    public RestResponse<ProposalJson> answer(
            @RestPath @Parameter(ref = "proposals.id") String id,
            @RequestBody(ref = "ProposalNote") InputStream body,
            @Context HttpServerRequest request) {
        intake.requireOpen();
        Optional<Principal> sender = authenticator.caller(request);
        RequestParameters.rejectAll(request);
        String answer = ProposalNote.required(request, body).note();
        return ResponseBuilder.unstored(views.of(decisions.answer(sent.find(id), answer, keyId(sender))));
    }

    private Principal curator(HttpServerRequest request) {
        intake.requireOpen();
        Principal curator = authenticator.require(Role.CURATOR, request);
        RequestParameters.rejectAll(request);
        return curator;
    }

    /** Returns the public id of the key that was sent, or null. */
    private static String keyId(Optional<Principal> sender) {
        return sender.map(Principal::keyId).orElse(null);
    }
}
