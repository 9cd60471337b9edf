package org.startupatlas.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.startupatlas.change.Change;
import org.startupatlas.writing.Outcome;

/** Tells what came of a write, or would. */
@Singleton
final class WrittenAnswers {

    private final ObjectMapper json;

    WrittenAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** The revision that the write made, so that the writer can ask any node for it. */
    void tellRevision(Outcome outcome, HttpServerRequest request) {
        if (!outcome.changes().isEmpty()) {
            Change last = outcome.changes().get(outcome.changes().size() - 1);
            request.response().putHeader(Edge.ATLAS_REVISION, last.revision().toString());
        }
    }

    /** The changes that were not made: as the feed would tell them, but without revision and time. */
    Response wouldBe(Outcome outcome) {
        ObjectNode body = json.createObjectNode();
        ArrayNode data = body.putArray("data");
        for (Change change : outcome.changes()) {
            ObjectNode told = data.addObject();
            told.put("op", change.op().word());
            told.put("resource", change.resource());
            told.put("id", change.recordId());
            told.put("version", change.version());
            told.put("into", change.mergedInto());
            told.putRawValue("changed", new RawValue(change.changed()));
            told.putRawValue("record", new RawValue(change.document() == null ? "null" : change.document()));
        }
        body.putObject("meta").put("dry_run", true);
        return UnstoredAnswers.ok(body);
    }
}
