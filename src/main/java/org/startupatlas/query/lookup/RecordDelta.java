package org.startupatlas.query.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A change of one record in the log.
 *
 * @param revision the revision of the change
 * @param before the record before the change; empty if it was created
 * @param after the record after the change; empty if it no longer exists
 */
public record RecordDelta(long revision, Optional<JsonNode> before, Optional<JsonNode> after) {}
