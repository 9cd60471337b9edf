package org.startupatlas.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes values out of what the log keeps for ever: the one thing that is ever changed in it. */
@Singleton
public class RedactionRepository implements PanacheRepositoryBase<Change, Long> {

    private final ObjectMapper json;

    RedactionRepository(ObjectMapper json) {
        this.json = json;
    }

    /** The last change of a record; empty if there never was one. */
    public Optional<Change> last(String resource, String recordId) {
        return find("resource = ?1 and recordId = ?2 order by version desc", resource, recordId)
                .firstResultOptional();
    }

    /** The change that tells of the redaction of a record that is gone. */
    public PendingChange ofGone(Change last) {
        return new PendingChange() {
            @Override
            public void stamp(Instant at) {
                // there is no row
            }

            @Override
            public Change change() {
                return new Change(
                        last.op(), last.resource(), last.recordId(), last.version() + 1, "[]", null, last.mergedInto());
            }
        };
    }

    /**
     * Puts another value in the place of one in every version of a record.
     *
     * @param redaction what is taken out
     */
    public void redact(String resource, String recordId, Redaction redaction) {
        List<Change> changes = list("resource = ?1 and recordId = ?2", resource, recordId);
        for (Change change : changes) {
            ObjectNode document = change.document() == null ? null : (ObjectNode) read(change.document());
            JsonNode changed = read(change.changed());
            if (document != null) {
                redaction.apply(document);
            }
            redaction.applyToChanged(changed);
            change.redact(document == null ? null : document.toString(), changed.toString());
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the log holds what is no JSON", broken);
        }
    }
}
