package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The JSON of a proposal. */
record ProposalAnswer(
        String id,
        String state,
        String resource,
        String record,
        Integer version,
        JsonNode changes,
        JsonNode changed,
        List<Stale> stale,
        String sourceUrl,
        String note,
        List<Message> messages,
        Instant createdAt,
        String createdBy,
        Instant decidedAt,
        String decidedBy,
        Long revision,
        String link) {

    /** A value that has changed since the proposal was made. */
    record Stale(String path, JsonNode from, JsonNode now) {}

    /** What a curator or the proposer said. */
    record Message(String kind, String text, Instant at, String by) {}

    /** The list. */
    record Latest(List<ProposalAnswer> data) {}
}
