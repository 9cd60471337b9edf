package org.startupatlas.openapi.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Language;

/** An example of each kind of problem. */
public final class ProblemExamples {

    private ProblemExamples() {}

    public static Map<String, Object> of(ProblemKind kind) {
        List<Map<String, Object>> errors = errors(kind);
        String title = ProblemTexts.title(kind, Language.EN);
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
