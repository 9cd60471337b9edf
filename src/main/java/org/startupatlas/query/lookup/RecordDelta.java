package org.startupatlas.query.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A record in the place of another, which the log tells of.
 *
 * @param revision when it came there
 * @param before the record until then; empty if there was none
 * @param after the record since; empty if there is none
 */
public record RecordDelta(long revision, Optional<JsonNode> before, Optional<JsonNode> after) {}
