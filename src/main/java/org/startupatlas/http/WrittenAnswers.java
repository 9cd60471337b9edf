package org.startupatlas.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.change.Change;
import org.startupatlas.query.Language;
import org.startupatlas.record.RecordJson;
import org.startupatlas.writing.Outcome;
import org.startupatlas.writing.RedactionReach;

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
            request.response().putHeader(AtlasHeaders.REVISION, last.revision().toString());
        }
    }

    /** The changes that were not made: as the feed would tell them, but without revision and time. */
    Response wouldBe(Outcome outcome, HttpServerRequest request) {
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
        if (outcome.reach() != null) {
            addReach(body, outcome.reach(), ProblemTexts.language(request));
        }
        return UnstoredAnswers.ok(body);
    }

    /** The record after a redaction, of which only the id is left when it is gone, and what the redaction reached. */
    ObjectNode redacted(Outcome outcome, HttpServerRequest request) {
        ObjectNode body = outcome.row() == null
                ? json.createObjectNode().put("id", outcome.reach().id())
                : RecordJson.read(json, outcome.row().json());
        addReach(body, outcome.reach(), ProblemTexts.language(request));
        return body;
    }

    private static void addReach(ObjectNode body, RedactionReach reach, Language language) {
        ObjectNode node = reach.json();
        body.set("reached", node.get("reached"));
        node.get("not_reached").forEach(each -> {
            String code = "not-reached-" + each.get("where").textValue().replace('_', '-');
            ((ObjectNode) each).put("detail", ProblemTexts.detail(code, List.of(), language));
        });
        body.set("not_reached", node.get("not_reached"));
    }
}
