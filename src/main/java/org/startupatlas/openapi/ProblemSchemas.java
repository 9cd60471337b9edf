package org.startupatlas.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.http.ProblemKind;

/** The schema of problems, and an example of each kind. */
final class ProblemSchemas {

    private ProblemSchemas() {}

    static Schema problem() {
        return RecordSchemas.object("What went wrong (RFC 9457).")
                .addProperty("type", ValueSchemas.string(200).format("uri-reference"))
                .addProperty("title", ValueSchemas.string(200))
                .addProperty("status", ValueSchemas.integer(400, 599))
                .addProperty("detail", ValueSchemas.string(65_536))
                .addProperty("instance", ValueSchemas.string(65_536))
                .addProperty("code", ValueSchemas.string(64))
                .addProperty("request_id", ValueSchemas.string(64))
                .addProperty("errors", RecordSchemas.list(RecordSchemas.reference("ProblemError")))
                .addProperty("did_you_mean", ValueSchemas.string(65_536))
                .required(List.of("type", "title", "status", "detail", "instance", "code", "request_id"));
    }

    static Schema error() {
        return RecordSchemas.object("One thing that is wrong.")
                .addProperty("parameter", ValueSchemas.string(65_536))
                .addProperty("code", ValueSchemas.string(64))
                .addProperty("detail", ValueSchemas.string(65_536))
                .addProperty("did_you_mean", ValueSchemas.string(65_536))
                .required(List.of("parameter", "code", "detail"));
    }

    static Map<String, Object> example(ProblemKind kind) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + kind.code());
        example.put("title", kind.englishTitle());
        example.put("status", kind.status());
        example.put(
                "detail",
                kind == ProblemKind.INVALID_PARAMETERS
                        ? "founded_yer__gte: There is no such parameter here."
                        : kind.englishTitle() + ".");
        example.put("instance", "/v1/startups");
        example.put("code", kind.code());
        example.put("request_id", "1056a5de-4d88-46f9-b184-659e83cf2c83");
        if (kind == ProblemKind.INVALID_PARAMETERS) {
            example.put(
                    "errors",
                    List.of(Examples.of(
                            "parameter",
                            "founded_yer__gte",
                            "code",
                            "unknown-parameter",
                            "detail",
                            "There is no such parameter here.",
                            "did_you_mean",
                            "founded_year__gte")));
            example.put("did_you_mean", "founded_year__gte");
        }
        return example;
    }
}
