package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.http.Limits;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.proposals.store.ProposalMessage;
import org.startupatlas.proposals.store.ProposalState;

/** A proposal in responses. */
@Schema(
        name = "Proposal",
        description = "A suggested correction, and what became of it.",
        example = ProposalJson.EXAMPLE)
record ProposalJson(
        @Schema(maxLength = 32, description = "The credential for reading the proposal and answering questions.")
                String id,
        @Schema(description = "asked waits for its proposer.") ProposalState state,
        @Schema(maxLength = 32) String resource,
        @Schema(maxLength = 64, nullable = true, description = "The record's id; null, where it is new.") String record,
        @Schema(
                        minimum = "1",
                        maximum = "" + Integer.MAX_VALUE,
                        nullable = true,
                        description = "The version that it was made on.")
                Integer version,
        @Schema(type = SchemaType.OBJECT) JsonNode changes,
        @Schema(type = SchemaType.ARRAY, implementation = LoggedChange.ChangedValue.class, maxItems = MAX_ITEMS)
                JsonNode changed,
        @Schema(maxItems = MAX_ITEMS, description = "Values that have changed since; with these it is not accepted.")
                List<StaleFields.StaleValue> stale,
        @Schema(maxLength = NewProposal.MAX_URL_LENGTH, format = "uri") String sourceUrl,
        @Schema(maxLength = Limits.MAX_PROPOSAL_NOTE_LENGTH, nullable = true) String note,
        @Schema(type = SchemaType.ARRAY, implementation = ProposalMessage.class, maxItems = MAX_ITEMS)
                JsonNode messages,
        Instant createdAt,
        @Schema(maxLength = 64, nullable = true, description = "The public id of the key that sent it.")
                String createdBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(maxLength = 64, nullable = true) String decidedBy,
        @Schema(nullable = true, description = "The revision as which it was written.") Long revision,
        @Schema(maxLength = 200, description = "Where its proposer follows it.") String link) {

    static final int MAX_ITEMS = 65_536;

    static final String PATH = "/v1/proposals";

    static final String EXAMPLE_ID = "5f0c2a9e4b7d41c8a3e6f10d9b2c7e58";

    static final String EXAMPLE = "{\"id\":\"" + EXAMPLE_ID
            + """
            ","state":"open","resource":"startups","record":"01a205b3-d000-7d3d-b08b-afd0dc0cc908","version":1,\
            "changes":{"headcount":120},"changed":[{"path":"headcount","from":null,"to":120}],"stale":[],\
            "source_url":"https://chari.com/about","note":null,"messages":[],"created_at":"2026-11-23T06:00:00.000Z",\
            "created_by":null,"decided_at":null,"decided_by":null,"revision":null,"link":"/v1/proposals/\
            """
            + EXAMPLE_ID + "\"}";

    @Schema(name = "ProposalList", description = "The latest proposals.", example = "{\"data\":[]}")
    record Latest(@Schema(maxItems = Limits.MAX_PROPOSALS_LISTED) List<ProposalJson> data) {}

    static ProposalJson of(
            Proposal proposal,
            JsonNode changes,
            JsonNode changed,
            List<StaleFields.StaleValue> stale,
            JsonNode messages) {
        return new ProposalJson(
                proposal.id(),
                proposal.state(),
                proposal.resource(),
                proposal.recordId(),
                proposal.version(),
                changes,
                changed,
                stale,
                proposal.sourceUrl(),
                proposal.note(),
                messages,
                proposal.createdAt(),
                proposal.createdBy(),
                proposal.decidedAt(),
                proposal.decidedBy(),
                proposal.revision(),
                link(proposal));
    }

    static String link(Proposal proposal) {
        return PATH + "/" + proposal.id();
    }
}
