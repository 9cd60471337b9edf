package org.startupatlas.http.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.startupatlas.http.Limits;
import org.startupatlas.http.RequestId;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Language;

/** Writes problems as {@code application/problem+json}. */
@Singleton
public final class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the body; {@code instance} is the path of the request. */
    public byte[] write(Problem problem, HttpServerRequest request) {
        Language language = ProblemTexts.language(request);
        ProblemKind kind = problem.kind();
        ObjectNode node = json.createObjectNode();
        node.put("type", "/problems/" + kind.code());
        node.put("title", ProblemTexts.title(kind, language));
        node.put("status", ProblemStatus.of(kind));
        node.put("detail", detail(problem, language));
        node.put("instance", request.path());
        node.put("code", kind.code());
        node.put("request_id", RequestId.of(request));
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = node.putArray("errors");
            problem.errors().stream()
                    .limit(Limits.MAX_ERRORS)
                    .forEach(error -> write(error, errors.addObject(), language));
            if (problem.errors().size() > Limits.MAX_ERRORS) {
                node.put("errors_total", problem.errors().size());
            }
        }
        if (problem.mergedInto() != null) {
            node.putObject("merged_into")
                    .put("id", problem.mergedInto().id())
                    .put("slug", problem.mergedInto().slug())
                    .put("link", problem.mergedInto().link());
        }
        if (problem.didYouMean() != null) {
            node.put("did_you_mean", problem.didYouMean());
        }
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Violation error, ObjectNode node, Language language) {
        if (error.parameter() != null) {
            node.put("parameter", error.parameter());
        }
        if (error.pointer() != null) {
            node.put("pointer", error.pointer());
        }
        node.put("code", error.code());
        node.put("detail", ProblemTexts.detail(error.code(), error.arguments(), language));
        if (error.didYouMean() != null) {
            node.put("did_you_mean", error.didYouMean());
        }
    }

    /** Returns the message of the first error with its place, or that of the kind if there are no single errors. */
    private static String detail(Problem problem, Language language) {
        if (problem.errors().isEmpty()) {
            return ProblemTexts.detail(problem.kind().code(), problem.arguments(), language);
        }
        Violation first = problem.errors().get(0);
        String message = ProblemTexts.detail(first.code(), first.arguments(), language);
        String place = first.place().text();
        return place.isEmpty() ? message : place + ": " + message;
    }
}
