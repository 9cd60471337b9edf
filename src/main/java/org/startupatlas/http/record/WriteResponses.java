package org.startupatlas.http.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.changelog.Change;
import org.startupatlas.http.AtlasHeaders;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.WriteResult;

/** Builds the responses to writes and dry runs. */
@Singleton
final class WriteResponses {

    private final ObjectMapper json;

    WriteResponses(ObjectMapper json) {
        this.json = json;
    }

    /** Sets the header with the revision of the write, which a client can pass as {@code min_revision} to any node. */
    void setRevision(WriteResult result, HttpServerRequest request) {
        if (!result.changes().isEmpty()) {
            Change last = result.changes().get(result.changes().size() - 1);
            request.response().putHeader(AtlasHeaders.REVISION, last.revision().toString());
        }
    }

    /** Responds with the changes of a dry run in the format of the feed, but without revision and time. */
    Response dryRun(WriteResult result, HttpServerRequest request) {
        ObjectNode body = json.createObjectNode();
        ArrayNode data = body.putArray("data");
        for (Change change : result.changes()) {
            ObjectNode object = data.addObject();
            object.put("op", change.op().word());
            object.put("resource", change.resource());
            object.put("id", change.recordId());
            object.put("version", change.version());
            object.put("into", change.mergedInto());
            object.putRawValue("changed", new RawValue(change.changed()));
            object.putRawValue("record", new RawValue(change.document() == null ? "null" : change.document()));
        }
        body.putObject("meta").put("dry_run", true);
        if (result.reach() != null) {
            addReach(body, result.reach(), ProblemTexts.language(request));
        }
        return ResponseBuilder.unstored(body).toResponse();
    }

    /** Returns the record after a redaction, or only the id of a deleted one, with the reach of the redaction. */
    ObjectNode redacted(WriteResult result, HttpServerRequest request) {
        ObjectNode body = result.record() == null
                ? json.createObjectNode().put("id", result.reach().id())
                : RecordJson.read(json, result.record().json());
        addReach(body, result.reach(), ProblemTexts.language(request));
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
