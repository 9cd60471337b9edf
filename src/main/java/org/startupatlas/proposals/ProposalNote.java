package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/**
 * What a curator or the proposer says about a proposal.
 *
 * @param note the text, or null
 */
@Schema(
        description = "What a curator or the proposer says.",
        additionalProperties = Schema.False.class,
        example = ProposalNote.EXAMPLE)
record ProposalNote(
        @Schema(
                        description = "Without e-mail addresses and telephone numbers.",
                        maxLength = Limits.MAX_PROPOSAL_NOTE_LENGTH)
                String note) {

    static final String EXAMPLE = """
            {"note":"Which year is this of?"}""";

    /**
     * Reads a body that must have a note.
     *
     * @throws RejectedException if it is invalid
     */
    static ProposalNote required(HttpServerRequest request, InputStream body) {
        return of(RequestBody.object(request, body, RequestBody.JSON), true);
    }

    /**
     * Reads a note that is not in a body.
     *
     * @throws RejectedException if it is invalid
     */
    static ProposalNote required(String text) {
        return of(JsonNodeFactory.instance.objectNode().put(BodyTexts.NOTE, text), true);
    }

    /**
     * Reads a body that may be missing, and whose note may be.
     *
     * @throws RejectedException if it is invalid
     */
    static ProposalNote optional(HttpServerRequest request, InputStream body) {
        return of(RequestBody.optionalObject(request, body, RequestBody.JSON), false);
    }

    private static ProposalNote of(ObjectNode body, boolean isRequired) {
        List<Violation> violations = new ArrayList<>();
        String note = new BodyTexts(body, violations)
                .rejectUnknown(List.of(BodyTexts.NOTE))
                .note(isRequired)
                .orElse(null);
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, violations);
        }
        return new ProposalNote(note);
    }
}
