package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;

/**
 * A suggested correction as it is sent.
 *
 * @param record the id or slug of the record; null for a new one
 * @param changes the fields with their new values
 * @param note a note, or null
 */
@Schema(
        description = "A correction, or a new record.",
        additionalProperties = Schema.False.class,
        example = NewProposal.EXAMPLE)
record NewProposal(
        @Schema(required = true, maxLength = 32) String resource,
        @Schema(maxLength = 200, nullable = true, description = "The id or slug of the record; none, where it is new.")
                String record,
        @Schema(
                        required = true,
                        type = SchemaType.OBJECT,
                        description = "The fields with their new values, as in a PATCH or, of a new record, a POST.")
                ObjectNode changes,
        @Schema(required = true, maxLength = NewProposal.MAX_URL_LENGTH, format = "uri") String sourceUrl,
        @Schema(maxLength = Limits.MAX_PROPOSAL_NOTE_LENGTH, nullable = true) String note) {

    /** The length of the column, as of all links. */
    static final int MAX_URL_LENGTH = 2_048;

    static final String EXAMPLE =
            """
            {"resource":"startups","record":"chari","changes":{"headcount":120},\
            "source_url":"https://chari.com/about","note":"Their page says so."}""";
}
