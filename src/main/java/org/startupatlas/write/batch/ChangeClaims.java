package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The claims of a record that depend on what is written of it. The records are valid, in the form in which they are
 * stored; so must be the claims.
 */
public interface ChangeClaims {

    /** Nothing is claimed, whatever changes. */
    ChangeClaims NONE = new ChangeClaims() {
        @Override
        public Optional<ArrayNode> ofNew(ObjectNode record) {
            return Optional.empty();
        }

        @Override
        public Optional<ArrayNode> ofExisting(ObjectNode record, JsonNode changed) {
            return Optional.empty();
        }
    };

    /** Returns the provenance of a new record; empty if it stays as it is. */
    Optional<ArrayNode> ofNew(ObjectNode record);

    /**
     * Returns the provenance of an existing record; empty if it stays as it is.
     *
     * @param record the new values
     * @param changed the paths that differ, with the values before and after
     */
    Optional<ArrayNode> ofExisting(ObjectNode record, JsonNode changed);
}
