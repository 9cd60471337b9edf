package org.startupatlas.proposals.store;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;

/**
 * What a curator or the proposer said about a proposal.
 *
 * @param by the public id of the key, or null
 */
@Schema(description = "What a curator or the proposer said.")
public record ProposalMessage(
        @Schema(enumeration = {ASK, ANSWER, ACCEPT, DECLINE}) String kind,
        @Schema(maxLength = Limits.MAX_PROPOSAL_NOTE_LENGTH) String text,
        Instant at,
        @Schema(maxLength = 64, nullable = true, description = "The public id of the key.") String by) {

    public static final String ASK = "ask";
    public static final String ANSWER = "answer";
    public static final String ACCEPT = "accept";
    public static final String DECLINE = "decline";
}
