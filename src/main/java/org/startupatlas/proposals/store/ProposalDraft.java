package org.startupatlas.proposals.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A validated proposal that is not stored yet.
 *
 * @param recordId the id of the record; null for a new one
 * @param version the version that it was made on; null for a new record
 * @param changes the merge patch as it was sent
 * @param changed the diff against that version
 * @param note a note, or null
 * @param createdBy the public id of the key that sent it, or null
 */
public record ProposalDraft(
        String resource,
        String recordId,
        Integer version,
        ObjectNode changes,
        JsonNode changed,
        String sourceUrl,
        String note,
        String createdBy) {}
