package org.startupatlas.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Language;

/** The schema of problems, and an example of each kind. */
public final class ProblemSchemas {

    private ProblemSchemas() {}

    public static Schema problem() {
        return RecordSchemas.object("What went wrong (RFC 9457).")
                .addProperty("type", ValueSchemas.string(200).format("uri-reference"))
                .addProperty("title", ValueSchemas.string(200))
                .addProperty("status", ValueSchemas.integer(400, 599))
                .addProperty("detail", ValueSchemas.string(65_536))
                .addProperty("instance", ValueSchemas.string(65_536))
                .addProperty("code", ValueSchemas.string(64))
                .addProperty("request_id", ValueSchemas.string(64))
                .addProperty(
                        "errors",
                        RecordSchemas.list(RecordSchemas.reference("ProblemError"))
                                .maxItems(Limits.MAX_ERRORS)
                                .description("The single things that are wrong; the first of them where there are more,"
                                        + " which errors_total says."))
                .addProperty(
                        "errors_total",
                        ValueSchemas.integer(Limits.MAX_ERRORS + 1, Integer.MAX_VALUE)
                                .description("How many things are wrong; only where errors does not list all."))
                .addProperty("did_you_mean", ValueSchemas.string(65_536))
                .addProperty("merged_into", survivor())
                .required(List.of("type", "title", "status", "detail", "instance", "code", "request_id"));
    }

    private static Schema survivor() {
        return RecordSchemas.object("The record that the one in question was merged into; only with the code merged.")
                .addProperty("id", ValueSchemas.string(64))
                .addProperty("slug", ValueSchemas.string(200))
                .addProperty("link", ValueSchemas.string(65_536).format("uri-reference"))
                .required(List.of("id", "slug", "link"));
    }

    public static Schema error() {
        return RecordSchemas.object(
                        "One thing that is wrong: with a parameter, at a place in the body, or, where neither is"
                                + " named, with the request as a whole.")
                .addProperty("parameter", ValueSchemas.string(65_536))
                .addProperty("pointer", ValueSchemas.string(65_536).format("json-pointer"))
                .addProperty("code", ValueSchemas.string(64))
                .addProperty("detail", ValueSchemas.string(65_536))
                .addProperty("did_you_mean", ValueSchemas.string(65_536))
                .required(List.of("code", "detail"));
    }

    public static Map<String, Object> example(ProblemKind kind) {
        String title = ProblemTexts.title(kind, Language.EN);
        List<Map<String, Object>> errors = errors(kind);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + kind.code());
        example.put("title", title);
        example.put("status", ProblemStatus.of(kind));
        example.put("detail", errors.isEmpty() ? title + "." : detail(errors.get(0)));
        example.put("instance", "/v1/startups");
        example.put("code", kind.code());
        example.put("request_id", "1056a5de-4d88-46f9-b184-659e83cf2c83");
        if (!errors.isEmpty()) {
            example.put("errors", errors);
            example.put("did_you_mean", errors.get(0).get("did_you_mean"));
        }
        return example;
    }

    private static String detail(Map<String, Object> error) {
        return error.getOrDefault("parameter", error.get("pointer")) + ": " + error.get("detail");
    }

    private static List<Map<String, Object>> errors(ProblemKind kind) {
        return switch (kind) {
            case INVALID_PARAMETERS -> List.of(Examples.of(
                    "parameter",
                    "founded_yer__gte",
                    "code",
                    "unknown-parameter",
                    "detail",
                    "There is no such parameter here.",
                    "did_you_mean",
                    "founded_year__gte"));
            case INVALID_RECORD -> List.of(Examples.of(
                    "pointer",
                    "/rol",
                    "code",
                    "unknown-field",
                    "detail",
                    "'rol' is none of: name, role, partner.",
                    "did_you_mean",
                    "role"));
            default -> List.of();
        };
    }
}
